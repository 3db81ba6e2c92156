package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.local.demo.network.NetworkBook;
import java.io.IOException;
import java.util.List;

/** Where posts are written: on the network, and thereby heard by ingest. */
final class Stage {

  private final NetworkBook network;
  private final Services services;

  Stage(NetworkBook network, Services services) {
    this.network = network;
    this.services = services;
  }

  /**
   * Writes the posts; writing them again does no harm.
   *
   * @param backfill whether the clock runs from the posts' own times
   */
  void send(List<ObjectNode> posts, boolean backfill) throws IOException {
    if (posts.isEmpty()) {
      return;
    }
    // On the network first: an answer may come back at once.
    network.publish(posts);
    services.replay(List.copyOf(posts), backfill);
  }

  boolean isAnswered(String mentionId) {
    return network.isAnswered(mentionId);
  }
}
