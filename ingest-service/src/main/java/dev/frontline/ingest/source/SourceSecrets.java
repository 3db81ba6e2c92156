package dev.frontline.ingest.source;

import java.util.Locale;

/** Where the tokens of sources without a connected account come from: the environment. */
public final class SourceSecrets {

  private SourceSecrets() {}

  /** The variable of a source's token or password. */
  public static String variable(String source) {
    return "FRONTLINE_TOKEN_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
