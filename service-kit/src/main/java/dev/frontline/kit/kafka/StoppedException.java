package dev.frontline.kit.kafka;

/**
 * A batch was left because the process was told to stop. Nothing is wrong with its records: their
 * offsets are not committed, and they come again with the next start.
 */
public final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is told once for each record of the batch. */
  StoppedException() {
    super("told to stop; this comes again with the next start", null, false, false);
  }
}
