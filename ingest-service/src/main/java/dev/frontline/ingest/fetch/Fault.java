package dev.frontline.ingest.fetch;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a network could not be read, and what is to be done about it. */
public final class Fault extends IOException {

  private static final long serialVersionUID = 1L;

  /** What a reader does: wait, renew its token, call a person, stop, or set the answer aside. */
  public enum Kind {
    /** It asks to be left alone for a while: 429, or 503 with a time. */
    BUSY,
    /** The token is not accepted: 401. */
    SIGNED_OUT,
    /** The token may not do that: 403. */
    FORBIDDEN,
    /** What is read is gone for good: 410. */
    GONE,
    /** What is read is not there: 404. */
    MISSING,
    /** An answer came that cannot be read; it is parked. */
    BROKEN,
    /** No answer, or 5xx. */
    UNREACHABLE,
    /** The request was wrong: any other 4xx. */
    REFUSED,
    /** What may be spent on it is spent; nothing was asked. */
    SPENT
  }

  private final Kind kind;
  private final transient @Nullable Instant until;
  private final transient byte[] body;

  private Fault(
      Kind kind, String words, @Nullable Instant until, byte[] body, @Nullable Throwable cause) {
    super(words, cause);
    this.kind = kind;
    this.until = until;
    this.body = body.clone();
  }

  /**
   * @param words for people: what happened, without a trailing point
   */
  public Fault(Kind kind, String words) {
    this(kind, words, null, new byte[0], null);
  }

  /** As {@link #Fault(Kind, String)}, with what caused it. */
  public Fault(Kind kind, String words, Throwable cause) {
    this(kind, words, null, new byte[0], cause);
  }

  /**
   * @param until when it may be asked again, as the network says; null where it does not
   */
  public static Fault busy(String words, @Nullable Instant until) {
    return new Fault(Kind.BUSY, words, until, new byte[0], null);
  }

  /**
   * What may be spent is spent.
   *
   * @param until when more may be
   */
  public static Fault spent(String words, Instant until) {
    return new Fault(Kind.SPENT, words, until, new byte[0], null);
  }

  /**
   * As {@link #busy(String, Instant)}.
   *
   * @param body where some networks say when
   */
  static Fault busy(String words, @Nullable Instant until, byte[] body) {
    return new Fault(Kind.BUSY, words, until, body, null);
  }

  /** An answer that cannot be read. */
  public static Fault broken(String words, byte[] body) {
    return new Fault(Kind.BROKEN, words, null, body, null);
  }

  /**
   * What a server answered to a request that it did not serve.
   *
   * @param body its reasons, for whoever knows how this network words them
   */
  static Fault refused(Kind kind, String words, byte[] body) {
    return new Fault(kind, words, null, body, null);
  }

  /** The same without a word of what is secret: networks may repeat what they were asked. */
  public Fault hiding(Iterable<String> secrets) {
    String clean = words();
    for (String secret : secrets) {
      clean = clean.replace(secret, "…");
    }
    return clean.equals(words()) ? this : new Fault(kind, clean, until, body, getCause());
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  /** What came instead of what was asked for; empty where nothing did. */
  public byte[] body() {
    return body.clone();
  }

  /** What went wrong, in words. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
