package dev.frontline.routing.cli;

import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.routing.incident.watch.BrandWatch;
import dev.frontline.routing.incident.watch.Heard;
import dev.frontline.routing.incident.watch.Shelf;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures what watching costs: a thousand brands with ten signals each that are known for two
 * days, minute after minute, each brand with a post a minute.
 */
public final class SpikesBenchMain {

  private static final int BRANDS = 1_000;
  private static final int THEMES = 6;
  private static final int HOURS = 48;
  private static final int MINUTES = 60;
  private static final long BEGIN = 1_767_225_600_000L;

  private final Random random = new Random(20261127);
  private final List<BrandWatch> watches = new ArrayList<>();
  private long keptBytes;
  private long told;

  private SpikesBenchMain() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new SpikesBenchMain().run(out);
  }

  private void run(PrintStream out) {
    out.printf("teaching %d brands two days of ten signals%n", BRANDS);
    long now = BEGIN + HOURS * 3_600_000L;
    for (int i = 0; i < BRANDS; i++) {
      watches.add(taught("brand-" + i, now));
    }
    keptBytes = 0;
    minutes(0, MINUTES / 2);
    keptBytes = 0;
    long begin = System.nanoTime();
    minutes(MINUTES / 2, MINUTES);
    double seconds = (System.nanoTime() - begin) / 1e9 / (MINUTES / 2.0);
    out.printf("kept %d KB a minute, told %d%n", keptBytes / 1024 / (MINUTES / 2), told);
    out.printf("RESULT series=%d seconds_a_minute=%.4f%n", BRANDS * (4 + THEMES), seconds);
  }

  private BrandWatch taught(String brand, long now) {
    BrandWatch watch =
        new BrandWatch(
            brand,
            Bars.DEFAULT,
            new Shelf() {
              @Override
              public void put(String key, byte[] value) {
                keptBytes += value.length;
              }

              @Override
              public void delete(String key) {
                keptBytes += key.length();
              }
            });
    for (long hour = 0; hour < HOURS; hour++) {
      Map<String, Double> counts = new HashMap<>(Map.of("all", 60.0, "complaint", 9.0));
      counts.put("negative", 12.0);
      counts.put("reach", 20.0);
      for (int theme = 0; theme < THEMES; theme++) {
        counts.put("theme:" + theme, 5.0);
      }
      watch.learn(BEGIN / 3_600_000L + hour, counts, now - 60_000);
    }
    watch.tick(now);
    return watch;
  }

  private void minutes(int from, int to) {
    for (int minute = from; minute < to; minute++) {
      long at = BEGIN + HOURS * 3_600_000L + minute * 60_000L;
      for (int i = 0; i < BRANDS; i++) {
        boolean unhappy = random.nextInt(6) == 0;
        Heard post =
            new Heard(
                "brand-" + i,
                minute + ":" + i,
                at + random.nextInt(60_000),
                false,
                false,
                random.nextLong(),
                "mastodon",
                "en",
                unhappy ? -1 : 0,
                unhappy ? Heard.COMPLAINT : 0,
                null,
                null,
                List.of(String.valueOf(random.nextInt(THEMES))),
                random.nextInt(1_000),
                0,
                List.of("kettle", "morning"));
        told += watches.get(i).hear(post, at + 60_000).size();
        told += watches.get(i).tick(at + 60_000).size();
      }
    }
  }
}
