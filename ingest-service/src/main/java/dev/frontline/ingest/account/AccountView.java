package dev.frontline.ingest.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is told: everything but its tokens.
 *
 * @param network in words
 * @param state {@code connected}, {@code expiring} within seven days, {@code expired} or {@code
 *     needs attention}
 * @param what a person has to do, in words; null where nothing
 * @param first whether its source is read by it, and answered where no other is named
 */
public record AccountView(
    String id,
    String source,
    String kind,
    String network,
    String handle,
    @Nullable String name,
    @Nullable String link,
    String state,
    @Nullable String what,
    boolean posts,
    List<String> scopes,
    boolean renews,
    @Nullable Instant expiresAt,
    Instant connectedAt,
    String connectedBy,
    Instant checkedAt,
    List<String> roles,
    boolean first) {

  /** So long before its end people are told. */
  static final Duration WARNING = Duration.ofDays(7);

  static AccountView of(Account a, Access access, boolean first, Instant now) {
    String state = state(a, now);
    return new AccountView(
        a.id(),
        a.source(),
        a.kind(),
        access.title(),
        a.handle(),
        a.name(),
        a.link(),
        state,
        what(a, state, now),
        a.posts(),
        a.scopes(),
        a.renews(),
        a.expiresAt(),
        a.connectedAt(),
        a.connectedBy(),
        a.checkedAt(),
        a.roles(),
        first);
  }

  static String state(Account a, Instant now) {
    if (a.trouble() != null) {
      return "needs attention";
    }
    Instant end = a.expiresAt();
    if (end == null || end.minus(WARNING).isAfter(now)) {
      return "connected";
    }
    return end.isAfter(now) ? "expiring" : "expired";
  }

  /** Whether it does nothing any more until a person connects it anew. */
  static boolean mustBeConnectedAnew(Account a, Instant now) {
    String state = state(a, now);
    return state.equals("needs attention") || state.equals("expired");
  }

  private static @Nullable String what(Account a, String state, Instant now) {
    return switch (state) {
      case "needs attention" -> "Connect it anew: " + a.trouble() + ".";
      case "expired" -> "Connect it anew: the network takes its token no more.";
      case "expiring" ->
          "Connect it anew within "
              + left(Duration.between(now, a.expiresAt()))
              + ", then nothing is missed.";
      default -> null;
    };
  }

  private static String left(Duration time) {
    long days = time.toDays();
    return days >= 1 ? days + (days == 1 ? " day" : " days") : Math.max(1, time.toHours()) + " h";
  }
}
