package dev.frontline.dashboard.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sessions live in a signed cookie, so that any instance knows them: {@code
 * base64url(user).expiry.nonce.signature}, good for twelve hours.
 */
@ApplicationScoped
public class Sessions {

  /** The session's cookie. */
  public static final String COOKIE = "frontline-session";

  /** The cookie that tells the page's script the token; reading it needs the page's origin. */
  public static final String CSRF_COOKIE = "csrf-token";

  /** The header in which a session's changing requests carry the token. */
  public static final String CSRF_HEADER = "X-CSRF-TOKEN";

  public static final Duration LIFETIME = Duration.ofHours(12);
  private static final int NONCE_BYTES = 16;

  private final Clock clock;
  private final Signature sessions;
  private final Signature tokens;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Sessions(Clock clock, @ConfigProperty(name = "frontline.service-key") String key) {
    this.clock = clock;
    this.sessions = new Signature(key, "session");
    this.tokens = new Signature(key, "csrf");
  }

  /** A new session's cookie value. */
  public String open(String user) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String body =
        base64.encodeToString(user.getBytes(StandardCharsets.UTF_8))
            + "."
            + clock.instant().plus(LIFETIME).getEpochSecond()
            + "."
            + base64.encodeToString(nonce);
    return body + "." + sessions.of(body);
  }

  /** Whose session it is; empty where the value is forged, old or no session at all. */
  public Optional<String> user(String cookie) {
    return until(cookie)
        .map(
            until ->
                new String(
                    Base64.getUrlDecoder().decode(cookie.split("\\.", -1)[0]),
                    StandardCharsets.UTF_8));
  }

  /** Until when the session is good; empty where it is none. */
  public Optional<Instant> until(String cookie) {
    String[] parts = cookie.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    if (!sessions.holds(parts[0] + "." + parts[1] + "." + parts[2], parts[3])) {
      return Optional.empty();
    }
    // Signed by us, so what is in it can be read.
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    return until.isBefore(clock.instant()) ? Optional.empty() : Optional.of(until);
  }

  /** The token that this session's changing requests must carry. */
  public String csrfToken(String cookie) {
    return tokens.of(cookie);
  }

  boolean csrfHolds(String cookie, String token) {
    return tokens.holds(cookie, token);
  }
}
