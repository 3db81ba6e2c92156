package dev.frontline.local.stack;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What of broker's and store's chatter reaches the log file: warnings and worse. */
final class StackLog {

  // java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger ROOT = Logger.getLogger("");

  private StackLog() {}

  static void configure() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    ROOT.setLevel(Level.WARNING);
    for (Handler handler : ROOT.getHandlers()) {
      if (handler instanceof ConsoleHandler) {
        handler.setLevel(Level.WARNING);
      }
    }
  }
}
