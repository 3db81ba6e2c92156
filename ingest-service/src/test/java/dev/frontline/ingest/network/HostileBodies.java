package dev.frontline.ingest.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.reading.Rig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntConsumer;

/** Bodies as somebody who wishes a reader ill would send them; the same for the same number. */
public final class HostileBodies {

  private static final int KINDS = 12;
  private static final int DEEP = 20_000;
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private HostileBodies() {}

  /**
   * @param frame a good body around {@code @TEXT@}, in the language of the network
   */
  public static byte[] body(int n, String frame) {
    Random random = new Random(n);
    String good = frame.replace("@TEXT@", "kettlery " + n);
    return switch (n % KINDS) {
      case 0 -> noise(random);
      case 1 -> good.substring(0, random.nextInt(good.length())).getBytes(StandardCharsets.UTF_8);
      case 2 -> "[".repeat(DEEP).getBytes(StandardCharsets.UTF_8);
      case 3 -> ("{\"a\":".repeat(DEEP) + "1").getBytes(StandardCharsets.UTF_8);
      case 4 -> bomb().getBytes(StandardCharsets.UTF_8);
      case 5 ->
          (n % 60 == 5 ? "{\"x\":\"" + "y".repeat(TEN_MEGABYTES) : "\u0000\u0000\u0000")
              .getBytes(StandardCharsets.UTF_8);
      case 6 -> with(frame, "kettlery <script>alert(1)</script><img src=x onerror=alert(1)> " + n);
      case 7 -> with(frame, "kettlery \u202e\u200b\u200d\ufeff\u2066 " + n);
      case 8 -> with(frame, "kettlery \ud83d\ude00".repeat(50) + n);
      case 9 -> flipped(good.getBytes(StandardCharsets.UTF_8), random);
      case 10 -> good.replace(":", ":[]").getBytes(StandardCharsets.UTF_8);
      default -> good.replaceAll("\"[0-9a-z]*\":", "null:").getBytes(StandardCharsets.UTF_8);
    };
  }

  /**
   * Each of the first bodies is taken, parked or told of as trouble, and breaks nothing.
   *
   * @param serve lets the network answer with the n-th body from now on
   * @param every how long it is until the next reading
   */
  public static void areTakenOrTold(Rig rig, int bodies, Duration every, IntConsumer serve) {
    for (int n = 0; n < bodies; n++) {
      int before = rig.told().size() + rig.sourceEvents().size();
      serve.accept(n);

      rig.turn();

      boolean shown = rig.told().size() + rig.sourceEvents().size() > before;
      assertThat(shown || !rig.trouble().isEmpty() || isTaken(n))
          .as("body %d left no trace", n)
          .isTrue();
      rig.clock.forward(every);
    }
  }

  /** Whether it is a good body after all, which may hold what is known already. */
  private static boolean isTaken(int n) {
    int kind = n % KINDS;
    return kind >= 6;
  }

  private static byte[] with(String frame, String text) {
    return frame.replace("@TEXT@", text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[1 + random.nextInt(500)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] flipped(byte[] good, Random random) {
    for (int i = 0; i < 5; i++) {
      good[random.nextInt(good.length)] = (byte) random.nextInt();
    }
    return good;
  }

  private static String bomb() {
    return "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
        + " \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
        + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + "<rss><channel><item><title>&c;&x;</title></item></channel></rss>";
  }
}
