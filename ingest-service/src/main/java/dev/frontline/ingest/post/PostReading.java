package dev.frontline.ingest.post;

import java.util.List;

/** What reading a body gave: a post, or what is wrong with it. */
public sealed interface PostReading {

  /** It can be read. */
  record Readable(Post post) implements PostReading {}

  /** It is no JSON at all. */
  record Broken(String reason) implements PostReading {}

  /** It is JSON, but these fields are not as they must be. */
  record Wrong(List<FieldError> errors) implements PostReading {
    public Wrong {
      errors = List.copyOf(errors);
    }

    /** All errors in one line. */
    public String inWords() {
      return String.join(
          "; ", errors.stream().map(e -> e.field() + " must be " + e.allowed()).toList());
    }
  }
}
