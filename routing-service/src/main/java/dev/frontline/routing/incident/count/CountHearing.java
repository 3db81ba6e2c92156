package dev.frontline.routing.incident.count;

import dev.frontline.contracts.incident.CountEvent.MinuteCounted;
import dev.frontline.contracts.incident.CountEvent.PostNoted;
import java.util.List;

/** Hears what was counted about a brand once it is kept. */
public interface CountHearing {

  /**
   * Returns once everything that follows is durable; may be called again with the same after a
   * crash.
   *
   * @param minutes those that are over, in order
   * @param posts by people with a large following, in order
   */
  void hear(String brand, List<MinuteCounted> minutes, List<PostNoted> posts);
}
