package dev.frontline.kit.speaking.asked;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks ingest, every few seconds at most and only when somebody wants to know. What was known last
 * holds while ingest is away: it decides again before anything is posted.
 */
public final class AskedChannels implements Channels {

  /** Where ingest tells {@link Channel}s. */
  public static final String PATH = "/internal/channels";

  private static final Duration GOOD_FOR = Duration.ofSeconds(3);

  private final InternalClient ingest;
  private final Caller caller;
  private final Clock clock;
  private Map<String, Channel> known = Map.of();
  private Instant askedAt = Instant.MIN;

  /**
   * @param ingest with a short patience: a person waits
   */
  public AskedChannels(InternalClient ingest, Caller caller, Clock clock) {
    this.ingest = ingest;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Channel> of(String source) {
    Instant now = clock.instant();
    if (askedAt.equals(Instant.MIN) || !askedAt.plus(GOOD_FOR).isAfter(now)) {
      askedAt = now;
      ask();
    }
    return Optional.ofNullable(known.get(source));
  }

  private void ask() {
    try {
      InternalClient.Answer answer = ingest.get(PATH, caller);
      if (!answer.ok()) {
        return;
      }
      Map<String, Channel> told = new HashMap<>();
      for (Channel one : Json.MAPPER.treeToValue(answer.body(), Channel[].class)) {
        told.put(one.source(), one);
      }
      known = Map.copyOf(told);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("ingest tells channels that are none", e);
    } catch (IOException e) {
      // It is away; what was known last holds.
    }
  }
}
