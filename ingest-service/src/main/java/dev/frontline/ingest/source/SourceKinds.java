package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Limits;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Finds the code for a configured source, and opens it. */
@ApplicationScoped
public class SourceKinds {

  private final Map<String, NetworkSource> kinds = new HashMap<>();
  private final Company company;
  private final Limits limits;
  private final Memory memory;
  private final Function<String, Optional<String>> environment;

  @Inject
  SourceKinds(
      Instance<NetworkSource> all, Company company, Limits limits, Memory memory, Config config) {
    this(all, company, limits, memory, name -> config.getOptionalValue(name, String.class));
  }

  /**
   * @param environment where tokens are looked up, see {@link SourceSecrets}
   */
  public SourceKinds(
      Iterable<NetworkSource> all,
      Company company,
      Limits limits,
      Memory memory,
      Function<String, Optional<String>> environment) {
    for (NetworkSource one : all) {
      kinds.put(one.kind(), one);
    }
    this.company = company;
    this.limits = limits;
    this.memory = memory;
    this.environment = environment;
  }

  /** Every configured source whose kind is a network's. */
  public List<Company.Source> configured() {
    return company.sources().stream().filter(s -> kinds.containsKey(s.kind())).toList();
  }

  public Optional<NetworkSource> of(String kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  /** The source for one reading, its own wishes and its network's terms together. */
  public Opened open(Company.Source source, NetworkSource kind, Instant now) {
    Traits traits = kind.traits();
    String secret = secret(source);
    return new Opened(
        company,
        within(source, traits),
        secret,
        limits.web(kind.credential(source, secret), traits.most(), traits.window()),
        memory,
        now);
  }

  /** Requests that its credential has left in this window; empty where it makes none. */
  public Optional<Long> quotaLeft(Company.Source source, Instant now) {
    return of(source.kind())
        .filter(kind -> !(kind instanceof PushSource))
        .map(
            kind -> {
              Traits traits = kind.traits();
              return limits
                  .of(kind.credential(source, secret(source)), traits.most(), traits.window())
                  .left(now);
            });
  }

  /** How long its texts may be kept, by its own wish and its network's terms; null for ever. */
  public @Nullable Duration kept(Company.Source source) {
    return of(source.kind()).map(kind -> within(source, kind.traits())).orElse(source).kept();
  }

  /** Whether answers can be posted through it. */
  public boolean answers(Company.Source source) {
    return source.replyUrl() != null
        || of(source.kind())
            .filter(kind -> kind instanceof AnsweringSource one && one.mayAnswer(secret(source)))
            .isPresent();
  }

  private @Nullable String secret(Company.Source source) {
    return environment
        .apply(SourceSecrets.variable(source.id()))
        .filter(word -> !word.isBlank())
        .orElse(null);
  }

  private static Company.Source within(Company.Source source, Traits traits) {
    Traits.Terms terms = traits.terms();
    return source.allowed(terms.mayScore(), terms.mayTrain(), terms.kept());
  }
}
