package dev.frontline.kit.speaking;

import java.util.Optional;

/** How each source can be answered, as far as it is known. */
public interface Channels {

  /** Nothing is known; whoever posts decides. */
  Channels UNKNOWN = source -> Optional.empty();

  /** Empty where it is not known now, or there is no such source. */
  Optional<Channel> of(String source);
}
