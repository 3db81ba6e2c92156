package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.post.Post;
import java.util.List;

/** Knows what is listened for now. */
public interface Listens {

  /** For each post all queries that it meets, brands first, each once. */
  List<List<Match>> to(List<Post.Content> posts);
}
