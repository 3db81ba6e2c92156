package dev.frontline.ingest.accepting;

import dev.frontline.ingest.post.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To which conversation a new post belongs, from its own references and from what is followed. */
final class Conversations {

  private Conversations() {}

  /** Its id, fixed at first sight. */
  static String of(
      Post.Content content, Map<String, Known> known, Map<String, Followed.Thread> followed) {
    Followed.Thread below = below(content, followed);
    if (below != null) {
      return below.conversationId();
    }
    if (content.threadRoot() != null) {
      return content.threadRoot();
    }
    Known parent = content.inReplyTo() == null ? null : known.get(content.inReplyTo());
    if (parent != null) {
      return parent.conversationId();
    }
    Followed.Thread answered = followed.get(content.id());
    return answered == null ? content.id() : answered.conversationId();
  }

  /**
   * The conversation for whose sake it is heard whatever it says: it stands below a post that is
   * followed, or our own account answered it and that was heard first.
   */
  static Followed.@Nullable Thread followed(
      Post.Content content, Map<String, Followed.Thread> followed) {
    Followed.Thread below = below(content, followed);
    return below == null ? followed.get(content.id()) : below;
  }

  private static Followed.@Nullable Thread below(
      Post.Content content, Map<String, Followed.Thread> followed) {
    Followed.Thread parent = content.inReplyTo() == null ? null : followed.get(content.inReplyTo());
    return parent != null || content.threadRoot() == null
        ? parent
        : followed.get(content.threadRoot());
  }
}
