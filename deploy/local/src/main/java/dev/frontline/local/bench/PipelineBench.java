package dev.frontline.local.bench;

import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures the running stack: bare references first, then the standard mix, cases only, and latency
 * at an even pace.
 */
public final class PipelineBench {

  private static final long SEED = 20_261_125;
  private static final int HOP_RECORDS = 100_000;
  private static final int STORE_DOCUMENTS = 20_000;
  private static final int WARM_UP = 3_000;
  private static final int PACED = 3_000;
  private static final int PACE = 150;

  /** How the ids of all its mentions begin. */
  private static final String ID = "bench:";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String kafka;
  private final String storeUri;
  private final String source;
  private final String brand;
  private final Feeder feeder;
  private final PrintStream out;

  public PipelineBench(
      String kafka, String storeUri, String source, String brand, Feeder feeder, PrintStream out) {
    this.kafka = kafka;
    this.storeUri = storeUri;
    this.source = source;
    this.brand = brand;
    this.feeder = feeder;
    this.out = out;
  }

  /**
   * Runs everything once.
   *
   * @param posts how many posts of the standard mix; a quarter as many for cases only
   */
  public PipelineResult run(int posts, String hopFrom, String hopTo)
      throws IOException, InterruptedException {
    out.println("bare hop on this broker …");
    double hop = HopRate.measure(kafka, hopFrom, hopTo, HOP_RECORDS);
    out.println("bulk upserts on this store …");
    double store = StoreRate.measure(storeUri, STORE_DOCUMENTS);
    String run = Long.toString(System.currentTimeMillis(), 36);
    Instant now = Instant.now();
    burst("warming up", run + "w", Mix.standard(WARM_UP, SEED, brand, run + "w", now));
    Burst standard =
        burst("standard mix", run + "s", Mix.standard(posts, SEED + 1, brand, run + "s", now));
    Burst casesOnly =
        burst(
            "every post a case",
            run + "c",
            Mix.casesOnly(posts / 4, SEED + 2, brand, run + "c", Instant.now()));
    Latency latency = paced(run + "p");
    return new PipelineResult(
        standard.perSecond,
        casesOnly.perSecond,
        hop,
        store,
        latency.p50,
        latency.p99,
        standard.lost + casesOnly.lost + latency.lost);
  }

  private record Burst(double perSecond, long lost) {}

  private record Latency(long p50, long p99, long lost) {}

  private Burst burst(String what, String prefix, List<String> lines)
      throws IOException, InterruptedException {
    out.printf("%s: %,d posts …%n", what, lines.size());
    try (RoutedWatch watch = new RoutedWatch(kafka, ID + prefix)) {
      Instant start = Instant.now();
      long parked = feeder.feed(source, lines);
      int expected = (int) (lines.size() - parked);
      double taken = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      watch.await(expected, PATIENCE);
      double seconds = Duration.between(start, watch.lastNew()).toMillis() / 1000.0;
      out.printf(
          "  taken in at %.0f/s, decided and stored at %.0f/s, outcomes %s%n",
          lines.size() / taken, watch.seen() / seconds, watch.tally());
      return new Burst(watch.seen() / seconds, expected - watch.seen());
    }
  }

  private Latency paced(String prefix) throws IOException, InterruptedException {
    out.printf("latency: %,d posts at %d/s …%n", PACED, PACE);
    List<String> lines = Mix.standard(PACED, SEED + 3, brand, prefix, Instant.now());
    try (RoutedWatch watch = new RoutedWatch(kafka, ID + prefix);
        AcceptedWatch accepted = new AcceptedWatch(kafka)) {
      double pace = feeder.pace(source, lines, PACE);
      watch.await(PACED, Duration.ofSeconds(60));
      out.printf("  sent and taken in at %.0f/s%n", pace);
      long[] millis =
          IntStream.range(0, PACED)
              .mapToObj(i -> ID + prefix + i)
              .flatMap(id -> watch.firstOf(id).stream())
              .map(routed -> took(routed, accepted))
              .flatMap(Optional::stream)
              .mapToLong(Duration::toMillis)
              .toArray();
      Percentiles percentiles = new Percentiles(millis);
      return new Latency(percentiles.at(50), percentiles.at(99), PACED - watch.seen());
    }
  }

  private static Optional<Duration> took(MentionRouted routed, AcceptedWatch accepted) {
    return accepted.of(routed.mentionId()).map(at -> Duration.between(at, routed.routedAt()));
  }
}
