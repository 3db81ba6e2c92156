package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Web;
import dev.frontline.kit.company.Company;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configured source at one moment, with what its kind may use to read it.
 *
 * @param secret its token or password, from {@code FRONTLINE_TOKEN_<SOURCE>}; null where none is
 *     set
 * @param memory what was published before
 * @param now the moment of this reading
 */
public record Opened(
    Company company,
    Company.Source source,
    @Nullable String secret,
    Web web,
    Memory memory,
    Instant now) {

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
    return web.ask(ask);
  }

  /**
   * The token.
   *
   * @throws Fault where none is set
   */
  public String needSecret() throws Fault {
    if (secret == null) {
      throw new Fault(
          Fault.Kind.SIGNED_OUT, "it needs a token in " + SourceSecrets.variable(source.id()));
    }
    return secret;
  }
}
