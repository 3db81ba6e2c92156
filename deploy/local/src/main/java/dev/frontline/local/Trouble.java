package dev.frontline.local;

/**
 * Something that the person at the keyboard can mend; the message says in one line what and how.
 */
public final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Trouble(String message) {
    super(message);
  }

  public Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}
