package dev.frontline.ingest.accepting;

import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Source;
import java.time.Instant;
import java.util.List;

/** Keeps some of everything that is read, whether or not anything in it is listened for. */
public interface Sampling {

  /** Nothing is kept. */
  Sampling NONE = (source, posts, now) -> {};

  /** These came, of which those not published are gone otherwise. */
  void read(Source source, List<Post> posts, Instant now);
}
