package dev.frontline.routing.casefile;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants done with a case. {@code version} is the one they saw; values may be missing
 * or wrong, the decision says so.
 */
public sealed interface Command {

  @Nullable Long version();

  /** I work on it. */
  record Take(@Nullable Long version) implements Command {}

  /** That person is to work on it. */
  record Assign(@Nullable Long version, @Nullable String user) implements Command {}

  /** That department is to answer it. */
  record Transfer(@Nullable Long version, @Nullable String department, @Nullable String note)
      implements Command {}

  /** A remark for colleagues. */
  record Note(@Nullable Long version, @Nullable String text) implements Command {}

  /**
   * An answer, to be posted where it was said.
   *
   * @param account the connected account that speaks; null for the source's only one
   * @param mentionId the post to answer; null for the author's latest
   */
  record Reply(
      @Nullable Long version,
      @Nullable String text,
      @Nullable String account,
      @Nullable String mentionId)
      implements Command {}

  /**
   * It was answered on the network itself, by its own application.
   *
   * @param url where the answer stands; null where the person does not say
   */
  record Answered(@Nullable Long version, @Nullable String url) implements Command {}

  /**
   * It is over.
   *
   * @param outcome a value of {@link dev.frontline.contracts.casefile.Outcome} as in JSON
   */
  record Resolve(@Nullable Long version, @Nullable String outcome, @Nullable String note)
      implements Command {}

  /** It is not over. */
  record Reopen(@Nullable Long version) implements Command {}
}
