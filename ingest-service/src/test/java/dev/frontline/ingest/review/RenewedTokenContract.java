package dev.frontline.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import org.junit.jupiter.api.Test;

/** What holds for a review site that is read by a token of its own server, and never without. */
public abstract class RenewedTokenContract extends ReviewContract {

  /** The token that is taken; the server gives {@code token-1}, {@code token-2} and so on. */
  protected String accepted = "token-1";

  private int tokens;

  /** Where tokens are asked for. */
  protected abstract String tokenPath();

  /** The network's answer to whoever shows the token, or {@link #needsNone}. */
  protected abstract Reply serveSignedIn(Asked asked);

  /** Whether a token is given for what the request shows. */
  protected boolean mayHaveToken(Asked asked) {
    return true;
  }

  /** How long a token is good, in seconds, as the server writes it. */
  protected String lifetime() {
    return "36000000";
  }

  /** Whether the request is answered without a token. */
  protected boolean needsNone(Asked asked) {
    return false;
  }

  @Override
  protected final boolean asksForReviews(Asked asked) {
    return !asked.path().equals(tokenPath());
  }

  @Override
  protected final Reply serve(Asked asked) {
    if (!asksForReviews(asked)) {
      return mayHaveToken(asked)
          ? Reply.json(
              "{\"access_token\":\"token-%d\",\"expires_in\":%s}".formatted(++tokens, lifetime()))
          : Reply.status(401);
    }
    String shown = asked.headers().getOrDefault("Authorization", "");
    return needsNone(asked) || shown.equals("Bearer " + accepted)
        ? serveSignedIn(asked)
        : Reply.status(401);
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnce() {
    say("r1", 1, "leaks", BEFORE);
    rig.turn();
    accepted = "token-2";

    rig.clock.to(rig.turn());
    rig.turn();

    assertThat(tokens).isEqualTo(2);
    assertThat(rig.trouble()).isEmpty();
  }
}
