package dev.frontline.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Part;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds a recorded stream, JSON lines or a table of posts, through the real path. */
@Command(name = "replay", description = "Feeds a recorded stream of posts into the running stack.")
public final class ReplayCommand implements Callable<Integer> {

  private static final long REPORT_NANOS = 2_000_000_000L;

  @Parameters(
      paramLabel = "FILE",
      description = "One webhook data object a line, or a .csv whose heading names their fields.")
  private Path file = Path.of("");

  @Option(names = "--source", description = "Id of the source; else the first of kind replay.")
  private @Nullable String source;

  @ArgGroup private Tempo tempo = new Tempo();

  /** At most one of the two. */
  static final class Tempo {
    @Option(names = "--rate", paramLabel = "N", description = "Posts a second.")
    private @Nullable Double rate;

    @Option(names = "--speed", paramLabel = "X", description = "So many times faster than it was.")
    private @Nullable Double speed;

    Pace pace() {
      try {
        return rate != null
            ? new Pace.Evenly(rate)
            : speed != null ? new Pace.AsRecorded(speed) : new Pace.AtOnce();
      } catch (IllegalArgumentException e) {
        throw new Trouble(e.getMessage(), e);
      }
    }
  }

  private final PrintStream out = System.out;
  private final Chunk chunk = new Chunk();
  private final List<Long> numbers = new ArrayList<>();
  private Tally tally = Tally.NONE;
  private long unreadable;
  private long reported = System.nanoTime();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new Trouble("there is no file " + file);
    }
    Surroundings around = Surroundings.of(System.getenv());
    Company company = around.company(System.getenv());
    IngestDoor door =
        new IngestDoor(
            URI.create(around.ports().url(Part.INGEST)),
            chosen(company),
            new InternalTokens(around.serviceKey(company, System.getenv()), Clock.systemUTC()),
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
    Pace pace = tempo.pace();
    long start = System.nanoTime();
    try (Recording recording = Recording.open(file)) {
      long index = 0;
      for (Recording.Line read = recording.next(); read != null; read = recording.next()) {
        String line = read.text();
        if (line == null) {
          out.println("line " + read.number() + " " + read.fault() + " and was left out");
          unreadable++;
          continue;
        }
        if (line.isBlank()) {
          continue;
        }
        long due = start + pace.dueAfter(index++, postedAt(pace, line)).toNanos();
        if (due > System.nanoTime() || !chunk.fits(line)) {
          flush(door);
        }
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        chunk.add(line);
        numbers.add(read.number());
      }
    }
    flush(door);
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "RESULT sent=%d accepted=%d duplicates=%d parked=%d unreadable=%d seconds=%.1f per_s=%.0f%n",
        tally.all(),
        tally.accepted(),
        tally.duplicates(),
        tally.parked(),
        unreadable,
        seconds,
        tally.all() / Math.max(seconds, 0.001));
    return 0;
  }

  private void flush(IngestDoor door) throws InterruptedException {
    if (!chunk.isEmpty()) {
      Tally told = door.hand(chunk.take());
      for (Tally.Refused one : told.refused()) {
        out.println("line " + numbers.get(one.index()) + " was parked: " + one.reason());
      }
      numbers.clear();
      tally = tally.plus(told);
      if (System.nanoTime() - reported > REPORT_NANOS) {
        out.printf("%,d posts: %,d accepted%n", tally.all(), tally.accepted());
        reported = System.nanoTime();
      }
    }
  }

  private String chosen(Company company) {
    String named = source;
    if (named == null) {
      return company.sources().stream()
          .filter(s -> "replay".equals(s.kind()))
          .map(Source::id)
          .findFirst()
          .orElseThrow(() -> new Trouble("frontline.yaml has no source of kind replay"));
    }
    if (company.source(named).isEmpty()) {
      throw new Trouble(
          "frontline.yaml has no source "
              + named
              + "; there are "
              + company.sources().stream().map(Source::id).toList());
    }
    return named;
  }

  /** Only a replay in recorded time has to look into the line. */
  private static @Nullable Instant postedAt(Pace pace, String line) {
    if (!(pace instanceof Pace.AsRecorded)) {
      return null;
    }
    try {
      JsonNode at = Json.MAPPER.readTree(line).path("createdAt");
      return at.isTextual() ? Instant.parse(at.asText()) : null;
    } catch (JsonProcessingException | DateTimeException e) {
      // Ingest parks what it cannot read; it is due at once.
      return null;
    }
  }
}
