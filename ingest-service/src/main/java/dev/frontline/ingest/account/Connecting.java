package dev.frontline.ingest.account;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.FieldError;
import dev.frontline.ingest.source.ConnectedAccounts.Connected;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tries accounts and stores those that work, their tokens sealed. */
@ApplicationScoped
class Connecting {

  private static final int SHORTEST_SECRET = 4;

  private final Function<String, Optional<Source>> sources;
  private final SourceKinds kinds;
  private final Accesses accesses;
  private final Accounts accounts;
  private final Vault vault;
  private final HeldAccounts held;
  private final Consumer<AccountChanged> changed;
  private final Clock clock;

  @Inject
  Connecting(
      Company company,
      SourceKinds kinds,
      Accesses accesses,
      Accounts accounts,
      Vault vault,
      HeldAccounts held,
      Event<AccountChanged> changed,
      Clock clock) {
    this(company::source, kinds, accesses, accounts, vault, held, changed::fire, clock);
  }

  Connecting(
      Function<String, Optional<Source>> sources,
      SourceKinds kinds,
      Accesses accesses,
      Accounts accounts,
      Vault vault,
      HeldAccounts held,
      Consumer<AccountChanged> changed,
      Clock clock) {
    this.sources = sources;
    this.kinds = kinds;
    this.accesses = accesses;
    this.accounts = accounts;
    this.vault = vault;
    this.held = held;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Connects by what a person has: a password, a key, a token.
   *
   * @param typed values of the access's fields
   */
  Outcome connect(String sourceId, Map<String, String> typed, String by)
      throws InterruptedException {
    Optional<Source> source = sources.apply(sourceId).filter(this::isNetwork);
    if (source.isEmpty()) {
      return noSuchSource(sourceId);
    }
    Access access = accesses.of(source.get().kind());
    if (access.word() == null) {
      return Outcome.Refused.of(
          422,
          "It needs consent",
          access.title() + " gives tokens only after its own page agreed.");
    }
    Optional<Outcome.Refused> missing = missing(access.word().fields(), typed);
    return missing.isPresent()
        ? missing.get()
        : keep(
            source.get(),
            only(access.word().fields(), typed),
            new Granted(Map.of(), List.of(), null),
            by);
  }

  /** Tries it and stores it. */
  Outcome keep(Source source, Map<String, String> values, Granted granted, String by)
      throws InterruptedException {
    if (!vault.isOpen()) {
      return keyless();
    }
    Map<String, String> all = new HashMap<>(values);
    all.putAll(granted.values());
    Instant now = clock.instant();
    Access access = accesses.of(source.kind());
    Checked checked;
    try {
      checked = checked(access, source, all, granted.scopes(), now);
    } catch (Fault e) {
      return Outcome.Refused.of(
          e.kind() == Fault.Kind.UNREACHABLE || e.kind() == Fault.Kind.BUSY ? 503 : 422,
          access.title() + " does not accept it",
          redacted(access, e.words(), all) + ". Nothing was stored.");
    }
    String id = source.id() + "~" + checked.id();
    Instant ends = granted.expiresAt() == null ? checked.expiresAt() : granted.expiresAt();
    accounts.put(
        new Account(
            id,
            source.id(),
            source.kind(),
            checked.handle(),
            checked.name(),
            checked.link(),
            settings(access, all),
            vault.seal(id, all),
            checked.scopes(),
            checked.posts(),
            all.containsKey("refresh"),
            ends,
            now,
            by,
            now,
            List.of(),
            null));
    told(source.id());
    return new Outcome.Done(accounts.find(id).orElseThrow());
  }

  /** Tries a connected account again. */
  Outcome test(Account account) throws InterruptedException {
    Optional<Source> source = sources.apply(account.source()).filter(this::isNetwork);
    if (source.isEmpty()) {
      return noSuchSource(account.source());
    }
    Optional<Map<String, String>> values = vault.open(account.id(), account.sealed());
    if (values.isEmpty()) {
      return Outcome.Refused.of(422, "It cannot be read", HeldAccounts.UNREADABLE + ".");
    }
    NetworkSource kind = kinds.of(account.kind()).orElseThrow();
    Access access = accesses.of(account.kind());
    String trouble;
    try {
      Checked checked = tried(access, source.get(), kind, account, values.get());
      accounts.tried(account.id(), checked, clock.instant());
      told(account.source());
      return new Outcome.Done(accounts.find(account.id()).orElseThrow());
    } catch (Fault e) {
      trouble = redacted(access, e.words(), values.get());
      if (e.kind() == Fault.Kind.SIGNED_OUT || e.kind() == Fault.Kind.FORBIDDEN) {
        accounts.trouble(account.id(), trouble);
        told(account.source());
      }
      return Outcome.Refused.of(
          e.kind() == Fault.Kind.UNREACHABLE || e.kind() == Fault.Kind.BUSY ? 503 : 422,
          access.title() + " does not accept it",
          trouble + ".");
    }
  }

  /** Renewed once where it is refused and can be. */
  private Checked tried(
      Access access, Source source, NetworkSource kind, Account account, Map<String, String> values)
      throws Fault, InterruptedException {
    Instant now = clock.instant();
    try {
      return checked(access, source, values, account.scopes(), now);
    } catch (Fault e) {
      Opened opened = opened(access, source, kind, account.id(), account.sealed(), values, now);
      if (e.kind() != Fault.Kind.SIGNED_OUT || !held.renew(opened)) {
        throw e;
      }
      Account renewed = accounts.find(account.id()).orElseThrow();
      return checked(
          access,
          source,
          vault.open(renewed.id(), renewed.sealed()).orElse(values),
          account.scopes(),
          now);
    }
  }

  private Checked checked(
      Access access, Source source, Map<String, String> values, List<String> scopes, Instant now)
      throws Fault, InterruptedException {
    NetworkSource kind = kinds.of(source.kind()).orElseThrow();
    Opened opened = opened(access, source, kind, "new", "", values, now);
    return Checking.of(access, kind, opened, accesses.at(source, values), scopes);
  }

  /** The source with what is not stored yet. */
  Opened opened(
      Access access,
      Source source,
      NetworkSource kind,
      String id,
      String version,
      Map<String, String> values,
      Instant now) {
    return kinds.opened(
        source,
        kind,
        new Connected(id, version, access.secret(values), settings(access, values)),
        now);
  }

  /** Whoever reads or speaks by accounts of the source is told. */
  void told(String source) {
    held.forget();
    changed.accept(new AccountChanged(source));
  }

  boolean isNetwork(Source source) {
    return kinds.of(source.kind()).isPresent();
  }

  Outcome.Refused noSuchSource(String id) {
    return Outcome.Refused.of(
        404,
        "No such source",
        "frontline.yaml has no source "
            + id
            + " that is read from a network; there are "
            + kinds.configured().stream().map(Source::id).toList()
            + ".");
  }

  static Outcome.Refused keyless() {
    return Outcome.Refused.of(
        422,
        "There is no key",
        Vault.KEY
            + " is not set: tokens are stored only encrypted. Set it, 32 random bytes in Base64,"
            + " and start again.");
  }

  static Optional<Outcome.Refused> missing(List<Access.Field> fields, Map<String, String> typed) {
    List<FieldError> errors =
        fields.stream()
            .filter(f -> typed.getOrDefault(f.name(), "").isBlank())
            .map(f -> new FieldError(f.name(), f.label()))
            .toList();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Refused(
                422,
                "Something is missing",
                "Needed: "
                    + String.join(", ", errors.stream().map(FieldError::allowed).toList())
                    + ".",
                errors));
  }

  static Map<String, String> only(List<Access.Field> fields, Map<String, String> typed) {
    Map<String, String> known = new HashMap<>();
    fields.forEach(f -> known.put(f.name(), typed.getOrDefault(f.name(), "").strip()));
    return known;
  }

  private static Map<String, String> settings(Access access, Map<String, String> values) {
    Map<String, String> settings = new HashMap<>();
    access.settings().forEach(name -> settings.put(name, values.getOrDefault(name, "")));
    return settings;
  }

  /** A network may repeat what it was asked; none of that is shown. */
  static String redacted(Access access, String words, Map<String, String> values) {
    String clean = words;
    for (Map.Entry<String, String> value : values.entrySet()) {
      boolean shown =
          access.settings().contains(value.getKey())
              || access.fields().stream()
                  .anyMatch(f -> f.name().equals(value.getKey()) && !f.secret());
      if (!shown && value.getValue().length() >= SHORTEST_SECRET) {
        clean = clean.replace(value.getValue(), "…");
      }
    }
    return clean;
  }
}
