package dev.frontline.classify.eval;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier1;
import dev.frontline.classify.text.BrandNames;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Judges posts by one tier, on all cores, and tells how many a core's second does. */
public final class Timed {

  private static final int WARM_UP = 3_000;
  private static final long LEAST_NANOS = 1_000_000_000L;
  private static final int SAMPLE = 2_000;
  private static final long SEED = 11;

  private final ThreadLocal<Cascade> judges;
  private final String tier;

  /**
   * @param judges makes one a thread
   * @param tier {@code 0}, {@code 1} or {@code cascade}
   */
  public Timed(Supplier<Cascade> judges, String tier) {
    this.judges = ThreadLocal.withInitial(judges);
    this.tier = tier;
  }

  public String version() {
    return judges.get().version();
  }

  /** In the posts' order. */
  public List<Judgement> judge(List<Post> posts) {
    return IntStream.range(0, posts.size()).parallel().mapToObj(i -> judge(posts.get(i))).toList();
  }

  private Judgement judge(Post post) {
    Cascade cascade = judges.get();
    if (tier.equals(Tier0.TIER)) {
      return cascade.quick(post.text(), BrandNames.NONE, null, Adaptation.NONE);
    }
    Judgement deep =
        tier.equals(Tier1.TIER)
            ? cascade.deep(post.text(), BrandNames.NONE, null, Adaptation.NONE)
            : null;
    return deep == null ? cascade.judge(post.text(), BrandNames.NONE, null, Adaptation.NONE) : deep;
  }

  /** Posts judged in a second of one core's time, after warming up, over a random sample. */
  public long docsPerSecond(List<Post> posts) {
    if (posts.isEmpty()) {
      return 0;
    }
    Random random = new Random(SEED);
    List<Post> sample =
        IntStream.range(0, SAMPLE).mapToObj(i -> posts.get(random.nextInt(posts.size()))).toList();
    Cascade cascade = judges.get();
    for (int i = 0; i < WARM_UP; i++) {
      Post post = sample.get(i % SAMPLE);
      cascade.quick(post.text(), BrandNames.NONE, null, Adaptation.NONE);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long done = 0;
    long now = start;
    while (now - start < LEAST_NANOS) {
      for (Post post : sample) {
        judge(post);
        done++;
      }
      now = threads.getCurrentThreadCpuTime();
    }
    return Math.round(done / ((now - start) / 1e9));
  }
}
