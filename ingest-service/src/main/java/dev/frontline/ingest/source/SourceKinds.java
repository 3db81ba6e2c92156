package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Limits;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

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
    String secret =
        environment
            .apply(SourceSecrets.variable(source.id()))
            .filter(word -> !word.isBlank())
            .orElse(null);
    return new Opened(
        company,
        within(source, traits),
        secret,
        limits.web(kind.credential(source, secret), traits.most(), traits.window()),
        memory,
        now);
  }

  private static Company.Source within(Company.Source source, Traits traits) {
    return source.allowed(traits.terms().mayScore(), traits.terms().mayTrain());
  }
}
