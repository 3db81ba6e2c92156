package dev.frontline.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Invented posts for measuring, the same for the same seed: some open or join a case, some repeat
 * an earlier post by reference, the rest need nobody.
 */
public final class Mix {

  private static final double NEEDS_SOMEONE = 0.30;
  private static final double JOINS = 0.30;
  private static final double REPEATS = 0.15;

  private static final List<String> GRIEVANCES =
      List.of(
          "my order %s never arrived and nobody answers my emails, worst service ever",
          "still waiting for my refund on %s after three weeks, this is unacceptable",
          "parcel %s came broken and support keeps hanging up on me, terrible",
          "you charged me twice for %s and your chat ignores me, fix this please",
          "third time that delivery %s is late, I am so disappointed with you");
  private static final List<String> TALK =
      List.of(
          "walked past the %s shop this morning, the street was quiet",
          "the %s building downtown gets new windows this spring",
          "my neighbour works at %s since last year",
          "there is a bus stop next to the %s office",
          "saw a %s van on the way to the lake");

  private final Random random;
  private final String brand;
  private final String prefix;
  private final Instant from;

  private Mix(long seed, String brand, String prefix, Instant from) {
    this.random = new Random(seed);
    this.brand = brand;
    this.prefix = prefix;
    this.from = from;
  }

  /**
   * The standard mix: 30 % open or join a case, 15 % repeat an earlier post, the rest are small
   * talk.
   *
   * @param prefix sets the ids of one run apart from another's
   * @return one webhook {@code data} object a line
   */
  public static List<String> standard(
      int posts, long seed, String brand, String prefix, Instant from) {
    Mix mix = new Mix(seed, brand, prefix, from);
    List<String> lines = new ArrayList<>(posts);
    List<Integer> openers = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      double draw = mix.random.nextDouble();
      if (draw < NEEDS_SOMEONE && !openers.isEmpty() && mix.random.nextDouble() < JOINS) {
        int opener = openers.get(mix.random.nextInt(openers.size()));
        lines.add(mix.line(i, opener, mix.grievance(i), mix.id(opener), null));
      } else if (draw < NEEDS_SOMEONE) {
        openers.add(i);
        lines.add(mix.line(i, i, mix.grievance(i), null, null));
      } else if (draw < NEEDS_SOMEONE + REPEATS && !openers.isEmpty()) {
        int original = openers.get(mix.random.nextInt(openers.size()));
        lines.add(mix.line(i, i, mix.grievance(original), null, mix.id(original)));
      } else {
        lines.add(mix.line(i, i, mix.talk(), null, null));
      }
    }
    return lines;
  }

  /** Every post is a stranger's new grievance, so each opens a case. */
  public static List<String> casesOnly(
      int posts, long seed, String brand, String prefix, Instant from) {
    Mix mix = new Mix(seed, brand, prefix, from);
    List<String> lines = new ArrayList<>(posts);
    for (int i = 0; i < posts; i++) {
      lines.add(mix.line(i, i, mix.grievance(i), null, null));
    }
    return lines;
  }

  private String grievance(int number) {
    String what = GRIEVANCES.get(number % GRIEVANCES.size());
    return "@" + brand + " " + String.format(what, "A" + (100_000 + number));
  }

  private String talk() {
    return String.format(TALK.get(random.nextInt(TALK.size())), brand)
        + " "
        + random.nextInt(10_000);
  }

  private String id(int number) {
    return "bench:" + prefix + number;
  }

  private String line(
      int number, int author, String text, @Nullable String inReplyTo, @Nullable String repostOf) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("id", id(number)).put("network", "bench").put("text", text).put("lang", "en");
    data.putObject("author")
        .put("id", prefix + "author" + author)
        .put("handle", "author" + author)
        .put("followers", 50 + random.nextInt(500));
    data.put("createdAt", from.plusMillis(number).toString());
    data.put("url", "https://bench.invalid/" + prefix + number);
    if (inReplyTo != null) {
      data.put("inReplyTo", inReplyTo).put("threadRoot", inReplyTo);
    }
    if (repostOf != null) {
      data.put("repostOf", repostOf);
    }
    try {
      return Json.MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
