package dev.frontline.contracts;

/** A record that is no event of its topic; the message says what is wrong with it. */
public final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String message) {
    super(message);
  }

  public UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
