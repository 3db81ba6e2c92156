package dev.frontline.kit.company;

/**
 * {@code frontline.yaml} says something that is not allowed; the message names the line and what
 * is.
 */
public final class InvalidCompanyFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidCompanyFileException(String message) {
    super(message);
  }

  public InvalidCompanyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
