package dev.frontline.ingest.source;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import org.jspecify.annotations.Nullable;

/** A source whose network takes answers. */
public interface AnsweringSource extends NetworkSource {

  /**
   * Whether this secret lets it answer: known before anybody writes an answer.
   *
   * @param secret null where none is set
   */
  default boolean mayAnswer(@Nullable String secret) {
    return secret != null;
  }

  /**
   * The part of the secrets that answers need beside the token, where no account is connected; null
   * where the token is enough.
   */
  default @Nullable String answersWith() {
    return null;
  }

  /**
   * Tries whether an answer would be taken, where that is known otherwise than reading is; posts
   * nothing.
   *
   * @throws Fault where it would not
   */
  default Posting tryPosting(Opened opened) throws Fault, InterruptedException {
    return Posting.UNTRIED;
  }

  /**
   * Posts an answer. Its id was stored before; the same one comes again after a crash or a lost
   * response, and must not be posted twice.
   *
   * @param again it was begun before and nobody knows what became of it
   * @throws Fault UNREACHABLE or BUSY where it may be tried again with {@code again}; any other
   *     means that the network refused
   */
  Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException;
}
