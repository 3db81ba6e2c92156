package dev.frontline.contracts.incident;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The events of {@code incidents.counts}, keyed by brand: what the detector counted. */
public sealed interface CountEvent {

  String brand();

  /**
   * A minute is over. Sent again where posts came late: the later one counts.
   *
   * @param minute its begin
   * @param known whether enough was seen before to say what is usual
   * @param counts what it brought, by signal: {@code all}, {@code complaint}, {@code pr_risk},
   *     {@code risk:KIND}, {@code negative}, {@code theme:NAME}, {@code harmful}, {@code kind};
   *     nobody counts more than twice an hour. A signal that is left out brought nothing
   * @param usual what the minute usually brings, for the signals that are watched
   */
  record MinuteCounted(
      String brand,
      Instant minute,
      boolean known,
      Map<String, Double> counts,
      Map<String, Double> usual)
      implements CountEvent {
    public MinuteCounted {
      Required.text("brand", brand);
      Required.value("minute", minute);
      counts = Lists.copy(counts);
      usual = Lists.copy(usual);
    }
  }

  /**
   * What an hour brought before Frontline listened. Sent again where more became known.
   *
   * @param hour its begin
   * @param counts as those of a minute
   */
  record HourCounted(String brand, Instant hour, Map<String, Double> counts) implements CountEvent {
    public HourCounted {
      Required.text("brand", brand);
      Required.value("hour", hour);
      counts = Lists.copy(counts);
    }
  }

  /**
   * A post by somebody with a large following.
   *
   * @param at when it was accepted
   * @param labels those that hold of {@code complaint}, {@code pr_risk}, {@code praise}, and {@code
   *     negative} where it is in a bad mood
   */
  record PostNoted(
      String brand,
      String mentionId,
      Instant at,
      String network,
      long followers,
      List<String> labels)
      implements CountEvent {
    public PostNoted {
      Required.text("brand", brand);
      Required.text("mentionId", mentionId);
      Required.value("at", at);
      labels = Lists.copy(labels);
    }
  }
}
