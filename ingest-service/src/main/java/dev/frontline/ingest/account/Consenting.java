package dev.frontline.ingest.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends people to a network's own page and takes what they come back with: OAuth 2.0 by code (RFC
 * 6749, 4.1), with a state that one person can use once within ten minutes, and PKCE (RFC 7636).
 */
@ApplicationScoped
class Consenting {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;
  private static final String SHOWN = "out-of-band";

  private final Function<String, Optional<Source>> sources;
  private final SourceKinds kinds;
  private final Accesses accesses;
  private final Consents consents;
  private final Connecting connecting;
  private final Vault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Consenting(
      Company company,
      SourceKinds kinds,
      Accesses accesses,
      Consents consents,
      Connecting connecting,
      Vault vault,
      Clock clock) {
    this(company::source, kinds, accesses, consents, connecting, vault, clock);
  }

  Consenting(
      Function<String, Optional<Source>> sources,
      SourceKinds kinds,
      Accesses accesses,
      Consents consents,
      Connecting connecting,
      Vault vault,
      Clock clock) {
    this.sources = sources;
    this.kinds = kinds;
    this.accesses = accesses;
    this.consents = consents;
    this.connecting = connecting;
    this.vault = vault;
    this.clock = clock;
  }

  /** What became of sending somebody off. */
  sealed interface Begun {

    /** Where to send the browser. */
    record Off(String state, String address) implements Begun {}

    /** Nowhere. */
    record Not(Outcome.Refused why) implements Begun {}
  }

  /**
   * @param redirect where the network sends the browser back to; {@code out-of-band} where it is to
   *     show the code
   */
  Begun begin(String sourceId, Map<String, String> typed, String redirect, String by)
      throws InterruptedException {
    Optional<Source> source = sources.apply(sourceId).filter(connecting::isNetwork);
    if (source.isEmpty()) {
      return new Begun.Not(connecting.noSuchSource(sourceId));
    }
    Access access = accesses.of(source.get().kind());
    Access.Consent consent = access.consent();
    if (consent == null) {
      return not(422, "It needs no consent", access.title() + " takes a token or password.");
    }
    if (!vault.isOpen()) {
      return new Begun.Not(Connecting.keyless());
    }
    Optional<Outcome.Refused> missing = Connecting.missing(consent.fields(), typed);
    if (missing.isPresent()) {
      return new Begun.Not(missing.get());
    }
    boolean shown = redirect.equals(SHOWN);
    if (shown ? consent.outOfBand() == null : !isWeb(redirect)) {
      return not(
          422, "Nowhere to come back to", "redirect must be an http or https address of yours.");
    }
    String back = shown ? String.valueOf(consent.outOfBand()) : redirect;
    Map<String, String> values = new HashMap<>(Connecting.only(consent.fields(), typed));
    values.put("verifier", word());
    try {
      if (consent.register() != null) {
        values.putAll(registered(source.get(), access, consent, values, back));
      }
    } catch (Fault e) {
      return not(
          503, access.title() + " cannot be asked", Connecting.redacted(access, e.words(), values));
    }
    Consents.Pending pending = new Consents.Pending(word(), sourceId, back, by, values);
    Instant now = clock.instant();
    consents.forget(now);
    consents.begin(pending, now.plus(PATIENCE));
    return new Begun.Off(pending.state(), address(source.get(), consent, pending));
  }

  /**
   * @param by who comes back
   */
  Outcome finish(String state, String code, String by) throws InterruptedException {
    Optional<Consents.Pending> found = consents.take(state, clock.instant());
    if (found.isEmpty()) {
      return Outcome.Refused.of(
          409,
          "No such consent",
          "It was used already, or took longer than 10 minutes. Begin again.");
    }
    Consents.Pending pending = found.get();
    if (!pending.by().equals(by)) {
      return Outcome.Refused.of(
          403, "Somebody else began it", "Whoever begins a consent has to finish it. Begin again.");
    }
    Optional<Source> source = sources.apply(pending.source());
    if (source.isEmpty()) {
      return connecting.noSuchSource(pending.source());
    }
    Access access = accesses.of(source.get().kind());
    Access.Consent consent = access.consent();
    if (consent == null) {
      return Outcome.Refused.of(409, "No such consent", "The network takes none any more.");
    }
    Map<String, String> values = new HashMap<>(pending.values());
    Granted granted;
    try {
      Opened opened = opened(access, source.get(), values);
      granted =
          Granted.of(
              TokenRequest.code(
                      consent, accesses.at(source.get(), values), code, pending.redirect())
                  .ask(opened),
              clock.instant());
      granted = further(consent, source.get(), opened, values, granted);
    } catch (Fault e) {
      values.put("code", code);
      return Outcome.Refused.of(
          e.kind() == Fault.Kind.UNREACHABLE || e.kind() == Fault.Kind.BUSY ? 503 : 422,
          access.title() + " gave no token",
          Connecting.redacted(access, e.words(), values) + ". Begin again.");
    }
    values.remove("verifier");
    return connecting.keep(source.get(), values, granted, by);
  }

  private Granted further(
      Access.Consent consent,
      Source source,
      Opened opened,
      Map<String, String> typed,
      Granted first)
      throws Fault, InterruptedException {
    Granted granted = first;
    for (Access.Step step : consent.then()) {
      Map<String, String> values = new HashMap<>(typed);
      values.putAll(granted.values());
      Map<String, String> all = accesses.at(source, values);
      Ask ask = Ask.get(URI.create(Filling.address(step.address(), all)));
      for (Map.Entry<String, String> header : step.headers().entrySet()) {
        ask = ask.header(header.getKey(), Filling.plain(header.getValue(), all));
      }
      String access = Nodes.text(opened.ask(ask).json(), step.take());
      if (access == null) {
        throw new Fault(Fault.Kind.REFUSED, "the network gave no lasting token");
      }
      granted = new Granted(Map.of("access", access), granted.scopes(), null);
    }
    return granted;
  }

  private Map<String, String> registered(
      Source source,
      Access access,
      Access.Consent consent,
      Map<String, String> values,
      String redirect)
      throws Fault, InterruptedException {
    Access.Register register = java.util.Objects.requireNonNull(consent.register());
    Map<String, String> all = new HashMap<>(accesses.at(source, values));
    all.put("redirect", redirect);
    all.put("scopes", String.join(consent.scopeSeparator(), consent.scopes()));
    Map<String, String> form = new LinkedHashMap<>();
    register.form().forEach((name, value) -> form.put(name, Filling.plain(value, all)));
    JsonNode made =
        opened(access, source, values)
            .ask(TokenRequest.form(URI.create(Filling.address(register.address(), all)), form))
            .json();
    return Map.of(
        "clientId", Nodes.textOr(made, "/client_id", ""),
        "clientSecret", Nodes.textOr(made, "/client_secret", ""));
  }

  private String address(Source source, Access.Consent consent, Consents.Pending pending) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", pending.values().getOrDefault("clientId", ""));
    query.put("redirect_uri", pending.redirect());
    query.put("scope", String.join(consent.scopeSeparator(), consent.scopes()));
    query.put("state", pending.state());
    if (consent.pkce()) {
      query.put("code_challenge", challenge(pending.values().getOrDefault("verifier", "")));
      query.put("code_challenge_method", "S256");
    }
    query.putAll(consent.extra());
    return Ask.with(
            URI.create(Filling.address(consent.authorize(), accesses.at(source, pending.values()))),
            query)
        .toString();
  }

  private Opened opened(Access access, Source source, Map<String, String> values) {
    NetworkSource kind = kinds.of(source.kind()).orElseThrow();
    return connecting.opened(access, source, kind, "new", "", values, clock.instant());
  }

  private String word() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isWeb(String redirect) {
    try {
      URI address = URI.create(redirect);
      String scheme = String.valueOf(address.getScheme());
      return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Begun not(int status, String title, String detail) {
    return new Begun.Not(Outcome.Refused.of(status, title, detail));
  }
}
