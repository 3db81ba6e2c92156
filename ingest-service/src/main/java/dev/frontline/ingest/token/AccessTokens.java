package dev.frontline.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of one kind of source (RFC 6749): each is kept until shortly before it expires or
 * until its network refuses it, whichever comes first.
 */
public final class AccessTokens {

  private static final long AN_HOUR = 3_600;
  private static final long EARLY = 60;

  private final Map<String, Token> byAccount = new ConcurrentHashMap<>();

  private record Token(String value, Instant until) {}

  /** Says how a token is asked for. */
  @FunctionalInterface
  public interface Grant {
    Ask ask() throws Fault;
  }

  /** A form as a token's server takes it, with the parameters that say something. */
  public static Ask form(URI server, Map<String, String> parameters) {
    String body =
        parameters.entrySet().stream()
            .map(one -> Ask.encode(one.getKey()) + "=" + Ask.encode(one.getValue()))
            .collect(Collectors.joining("&"));
    return Ask.send(
            "POST",
            server,
            "application/x-www-form-urlencoded",
            body.getBytes(StandardCharsets.UTF_8))
        .units(0);
  }

  /**
   * The token to ask with now.
   *
   * @throws Fault of kind SIGNED_OUT where none is given: only a person can help
   */
  public String of(Opened opened, Grant grant) throws Fault, InterruptedException {
    Token kept = byAccount.get(account(opened));
    if (kept != null && kept.until().isAfter(opened.now())) {
      return kept.value();
    }
    JsonNode told;
    try {
      told = opened.ask(grant.ask()).json();
    } catch (Fault e) {
      throw switch (e.kind()) {
        case REFUSED, FORBIDDEN, SIGNED_OUT, MISSING, GONE ->
            new Fault(Fault.Kind.SIGNED_OUT, "it gives no token: " + e.words(), e);
        case BUSY, BROKEN, UNREACHABLE, SPENT -> e;
      };
    }
    String value = Nodes.text(told, "/access_token");
    if (value == null || value.isBlank()) {
      throw new Fault(Fault.Kind.SIGNED_OUT, "it gives no token, and no reason");
    }
    long seconds = told.path("expires_in").asLong(AN_HOUR);
    byAccount.put(
        account(opened),
        new Token(value, opened.now().plusSeconds(Math.max(EARLY, seconds - EARLY))));
    return value;
  }

  /** The network refused it; whether another one can be asked for. */
  public boolean renew(Opened opened) {
    return byAccount.remove(account(opened)) != null;
  }

  /** A source may speak for several accounts. */
  private static String account(Opened opened) {
    return opened.id() + "|" + String.valueOf(opened.secret()).hashCode();
  }
}
