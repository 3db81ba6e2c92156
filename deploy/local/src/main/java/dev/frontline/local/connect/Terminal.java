package dev.frontline.local.connect;

import dev.frontline.local.Trouble;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Asks a person, or reads one line an answer where there is none. What is secret is not shown. */
final class Terminal {

  private final PrintStream out;
  private final BufferedReader in;
  private final @Nullable Console console;

  /**
   * @param console null where answers come from a file or a pipe
   */
  Terminal(PrintStream out, BufferedReader in, @Nullable Console console) {
    this.out = out;
    this.in = in;
    this.console = console;
  }

  void say(String line) {
    out.println(line);
  }

  /**
   * @throws Trouble where there is no answer
   */
  String ask(String what, boolean secret) throws IOException {
    String answer;
    if (console == null) {
      answer = in.readLine();
    } else if (secret) {
      char[] typed = console.readPassword("%s: ", what);
      answer = typed == null ? null : new String(typed);
    } else {
      answer = console.readLine("%s: ", what);
    }
    if (answer == null || answer.isBlank()) {
      throw new Trouble("nothing was said about: " + what);
    }
    return answer.strip();
  }
}
