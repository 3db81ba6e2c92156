package dev.frontline.ingest.account;

import dev.frontline.ingest.post.FieldError;
import java.util.List;

/** What became of connecting or trying an account. */
sealed interface Outcome {

  /** It works; stored. */
  record Done(Account account) implements Outcome {}

  /**
   * It is not connected.
   *
   * @param detail why, in words without any secret
   * @param errors fields that are missing
   */
  record Refused(int status, String title, String detail, List<FieldError> errors)
      implements Outcome {

    static Refused of(int status, String title, String detail) {
      return new Refused(status, title, detail, List.of());
    }
  }
}
