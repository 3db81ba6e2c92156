package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import java.util.List;

/** A source whose network tells more of a post than came with it, to whoever asks. */
public interface EnrichingSource extends NetworkSource {

  /**
   * Asks what more is known of posts that are listened for; few of all that came.
   *
   * @return as many, in the same order
   * @throws Fault where it cannot be asked: the posts are taken as they are then
   */
  List<Post> enrich(Opened opened, List<Post> wanted) throws Fault, InterruptedException;
}
