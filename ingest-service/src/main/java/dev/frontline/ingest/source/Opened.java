package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Web;
import dev.frontline.ingest.source.ConnectedAccounts.Connected;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configured source at one moment, with what its kind may use to read it.
 *
 * @param account the connected one in whose name it is opened; null for none
 * @param secret its token or password: the account's, else from {@code FRONTLINE_TOKEN_<SOURCE>};
 *     null where there is none
 * @param parts its other secrets, by name, from {@code FRONTLINE_TOKEN_<SOURCE>_<NAME>}
 * @param memory what was published before
 * @param purse what it may spend
 * @param now the moment of this reading
 */
public record Opened(
    Company company,
    Source source,
    @Nullable Connected account,
    @Nullable String secret,
    Function<String, Optional<String>> parts,
    Web web,
    Memory memory,
    Purse purse,
    Instant now) {

  /** Shorter words may stand in any sentence. */
  private static final int SHORTEST_SECRET = 6;

  public String id() {
    return source.id();
  }

  /** A setting of the source. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(source.settings().get(name)).filter(v -> !v.isBlank());
  }

  public String setting(String name, String otherwise) {
    return setting(name).orElse(otherwise);
  }

  /** A setting that lists several, separated by commas. */
  public List<String> list(String name) {
    return setting(name)
        .map(v -> Arrays.stream(v.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList())
        .orElse(List.of());
  }

  /** The source's address with a path below it. */
  public URI at(String otherwise, String path) {
    String base = source.url() == null ? otherwise : source.url();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  /** Asks in the name of the source. */
  public Answer ask(Ask ask) throws Fault, InterruptedException {
    try {
      return web.ask(ask);
    } catch (Fault e) {
      throw e.hiding(secrets(ask));
    }
  }

  /** Parts of the secret, and what the request showed besides, such as a session's token. */
  private List<String> secrets(Ask ask) {
    String shown = ask.headers().getOrDefault("Authorization", "");
    return Stream.concat(
            Arrays.stream(String.valueOf(secret).split(":")),
            Stream.of(shown.substring(shown.indexOf(' ') + 1)))
        .filter(word -> word.length() >= SHORTEST_SECRET)
        .toList();
  }

  /**
   * The token.
   *
   * @throws Fault where none is set
   */
  public String needSecret() throws Fault {
    if (secret == null) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT,
          "it needs an account: connect one, or set " + SourceSecrets.variable(source.id()));
    }
    return secret;
  }

  /**
   * Another secret beside the token.
   *
   * @param part its name, which ends the variable that it is read from
   * @throws Fault where it is not set
   */
  public String needSecret(String part) throws Fault {
    Optional<String> word = parts.apply(part);
    if (word.isEmpty()) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT,
          "it needs " + part + " in " + SourceSecrets.variable(source.id(), part));
    }
    return word.get();
  }

  /** Without the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "Opened[" + source.id() + "]";
  }
}
