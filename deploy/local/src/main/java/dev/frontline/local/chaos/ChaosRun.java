package dev.frontline.local.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.local.bench.ClassifiedWatch;
import dev.frontline.local.bench.Feeder;
import dev.frontline.local.bench.Mix;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Feeds the stack while killing its parts at random, waits until it rests, and counts. */
public final class ChaosRun {

  /** How the ids of all its mentions begin. */
  private static final String ID = "bench:";

  private static final Duration REST = Duration.ofMinutes(3);

  private final String kafka;
  private final String source;
  private final String brand;
  private final Feeder feeder;
  private final Victims victims;
  private final PrintStream out;

  public ChaosRun(
      String kafka, String source, String brand, Feeder feeder, Victims victims, PrintStream out) {
    this.kafka = kafka;
    this.source = source;
    this.brand = brand;
    this.feeder = feeder;
    this.victims = victims;
    this.out = out;
  }

  /** Goes through the plan and counts. */
  public ChaosResult run(KillPlan plan) throws IOException, InterruptedException {
    Set<String> accepted = new HashSet<>();
    AtomicBoolean enough = new AtomicBoolean();
    String run = Long.toString(System.currentTimeMillis(), 36);
    CompletableFuture<Long> load =
        CompletableFuture.supplyAsync(() -> feedUntil(enough, run, plan, accepted));
    int crashes = new KillSeries(victims, Timing.SYSTEM, out).run(plan);
    enough.set(true);
    long parked;
    try {
      parked = load.join();
    } catch (CompletionException e) {
      throw new IOException("the load stopped: " + e.getCause().getMessage(), e.getCause());
    }
    return new ChaosResult(atRest(accepted, parked), plan, crashes);
  }

  private long feedUntil(AtomicBoolean enough, String run, KillPlan plan, Set<String> accepted) {
    long parked = 0;
    try (Load load = load(plan, run)) {
      for (int chunk = 0; !enough.get(); chunk++) {
        String prefix = run + "x" + chunk + "-";
        List<String> lines =
            Mix.standard(load.chunk(), plan.seed() + chunk, brand, prefix, Instant.now());
        parked += feeder.feed(source, lines);
        // Only what ingest said yes to counts; an unanswered chunk was sent again until it did.
        for (String line : lines) {
          accepted.add(Json.MAPPER.readTree(line).get("id").asText());
        }
        load.awaitTurn(accepted.size(), enough::get);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own posts are JSON", e);
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return parked;
  }

  /** One part that is ended again and again is to be at work each time. */
  private Load load(KillPlan plan, String run) {
    return plan.part() == null
        ? Load.flood()
        : Load.steady(new ClassifiedWatch(kafka, ID + run), out);
  }

  private Ledger atRest(Set<String> accepted, long parked) throws InterruptedException {
    out.printf("%,d posts accepted; waiting until all have an outcome …%n", accepted.size());
    long end = System.nanoTime() + REST.toNanos();
    Ledger ledger = count(accepted, parked);
    while (ledger.lost() > 0 && System.nanoTime() < end) {
      Thread.sleep(2000);
      ledger = count(accepted, parked);
    }
    return ledger;
  }

  private Ledger count(Set<String> accepted, long parked) {
    Books books = Books.read(kafka);
    return Ledger.count(accepted, books.routed(), books.cases().values(), books.dead(), parked);
  }
}
