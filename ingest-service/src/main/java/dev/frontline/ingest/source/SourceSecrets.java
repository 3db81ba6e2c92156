package dev.frontline.ingest.source;

import java.util.Locale;

/** Where the tokens of sources without a connected account come from: the environment. */
public final class SourceSecrets {

  private SourceSecrets() {}

  /** The variable of a source's token or password. */
  public static String variable(String source) {
    return "FRONTLINE_TOKEN_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The variable of another secret of a source, where its network asks for several. */
  public static String variable(String source, String part) {
    return variable(source) + "_" + part.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
