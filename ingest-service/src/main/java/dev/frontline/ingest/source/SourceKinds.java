package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Limits;
import dev.frontline.ingest.source.ConnectedAccounts.Connected;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
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
  private final ConnectedAccounts accounts;
  private final Purses purses;
  private final Function<String, Optional<String>> environment;

  @Inject
  SourceKinds(
      Instance<NetworkSource> all,
      Company company,
      Limits limits,
      Memory memory,
      ConnectedAccounts accounts,
      Purses purses,
      Config config) {
    this(
        all,
        company,
        limits,
        memory,
        accounts,
        purses,
        name -> config.getOptionalValue(name, String.class));
  }

  /**
   * @param accounts whose tokens come first
   * @param environment where tokens of sources without one are looked up, see {@link SourceSecrets}
   */
  public SourceKinds(
      Iterable<NetworkSource> all,
      Company company,
      Limits limits,
      Memory memory,
      ConnectedAccounts accounts,
      Purses purses,
      Function<String, Optional<String>> environment) {
    for (NetworkSource one : all) {
      kinds.put(one.kind(), one);
    }
    this.company = company;
    this.limits = limits;
    this.memory = memory;
    this.accounts = accounts;
    this.purses = purses;
    this.environment = environment;
  }

  /** Every configured source whose kind is a network's. */
  public List<Source> configured() {
    return company.sources().stream().filter(s -> kinds.containsKey(s.kind())).toList();
  }

  public Optional<NetworkSource> of(String kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  /** The source for one reading, its own wishes and its network's terms together. */
  public Opened open(Source source, NetworkSource kind, Instant now) {
    return open(source, kind, null, now);
  }

  /**
   * The source in the name of one of its accounts.
   *
   * @param account id or handle; null for the first. The environment's token serves where none is
   *     connected; where only others are, nothing does
   */
  public Opened open(Source source, NetworkSource kind, @Nullable String account, Instant now) {
    Optional<Connected> connected = accounts.of(source.id(), account);
    if (connected.isPresent()) {
      return opened(source, kind, connected.get(), now);
    }
    boolean another = account != null && accounts.of(source.id(), null).isPresent();
    return opened(source, kind, null, another ? null : fromEnvironment(source), now);
  }

  /** The source with an account that is not stored yet. */
  public Opened opened(Source source, NetworkSource kind, Connected account, Instant now) {
    return opened(source.with(account.settings()), kind, account, account.secret(), now);
  }

  private Opened opened(
      Source source,
      NetworkSource kind,
      @Nullable Connected account,
      @Nullable String secret,
      Instant now) {
    Traits traits = kind.traits();
    return new Opened(
        company,
        within(source, traits),
        account,
        secret,
        part -> word(SourceSecrets.variable(source.id(), part)),
        limits.web(kind.credential(source, secret), traits.most(), traits.window()),
        memory,
        purses.of(source, now),
        now);
  }

  /**
   * Signs in anew after the network did not accept the token.
   *
   * @return false where only a person can help
   */
  public boolean renew(NetworkSource kind, Opened opened) throws Fault, InterruptedException {
    boolean renewed = accounts.renew(opened);
    return kind.renew(opened) || renewed;
  }

  /** Only a person can help: the account must be connected anew. */
  public void refused(Opened opened, String words) {
    accounts.refused(opened, words);
  }

  /** What a person has to do about an account of the source; empty where nothing. */
  public Optional<String> trouble(String source) {
    return accounts.trouble(source);
  }

  /** What a person will have to do about one soon; empty where nothing. */
  public Optional<String> warning(String source) {
    return accounts.warning(source);
  }

  /** Requests that its credential has left in this window; empty where it makes none. */
  public Optional<Long> quotaLeft(Source source, Instant now) {
    return of(source.kind())
        .filter(kind -> kind instanceof PollSource || kind instanceof StreamSource)
        .map(
            kind -> {
              Traits traits = kind.traits();
              return limits
                  .of(kind.credential(source, secret(source)), traits.most(), traits.window())
                  .left(now);
            });
  }

  /** How long its texts may be kept, by its own wish and its network's terms; null for ever. */
  public @Nullable Duration kept(Source source) {
    return of(source.kind()).map(kind -> within(source, kind.traits())).orElse(source).kept();
  }

  /** Whether answers can be posted through it. */
  public boolean answers(Source source) {
    return source.replyUrl() != null
        || of(source.kind())
            .filter(kind -> kind instanceof AnsweringSource one && mayAnswer(source, one))
            .isPresent();
  }

  private boolean mayAnswer(Source source, AnsweringSource kind) {
    String part = kind.answersWith();
    return kind.mayAnswer(secret(source))
        && (part == null
            || accounts.of(source.id(), null).isPresent()
            || word(SourceSecrets.variable(source.id(), part)).isPresent());
  }

  private @Nullable String secret(Source source) {
    return accounts
        .of(source.id(), null)
        .map(Connected::secret)
        .orElseGet(() -> fromEnvironment(source));
  }

  /** The token that the operator set for it; null where none. */
  public @Nullable String fromEnvironment(Source source) {
    return word(SourceSecrets.variable(source.id())).orElse(null);
  }

  private Optional<String> word(String variable) {
    return environment.apply(variable).filter(word -> !word.isBlank());
  }

  private static Source within(Source source, Traits traits) {
    Traits.Terms terms = traits.terms();
    return source.allowed(terms.mayScore(), terms.mayTrain(), terms.kept());
  }
}
