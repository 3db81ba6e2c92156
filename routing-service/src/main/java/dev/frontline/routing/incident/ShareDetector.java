package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * Watches which share of all posts is of one sort, minute by minute, and says how surprising it is.
 * A minute is judged by what came before it alone. Fixed size. Not safe for use by several threads.
 *
 * <p>A share of n posts varies by chance as a binomial: on the scale of 2·asin √share it does so by
 * 1/√n whatever the share (Anscombe 1948). Posts of one sort come in bunches, so it varies by more,
 * and by how much is learned. Fewer than {@value #FEWEST} posts are no share.
 */
public final class ShareDetector {

  /** Of fewer posts a share says nothing. */
  public static final int FEWEST = 30;

  private static final int[] SPANS = {15, 60, 360};
  private static final int LONGEST = 360;

  /** Ten days, as the level of a count. */
  private static final double FORGET = 1.0 / (10 * 24 * 60);

  /** A crisis does not become usual while it lasts. */
  private static final double CLIP = 2;

  private static final double ORDINARY_MEMORY = 60 * 24 * 60.0;
  private static final double ORDINARY = 0.99;
  private static final double LEAST_ORDINARY = 2.8;
  private static final long WARM_UP = 24 * 60;
  private static final double WARM_POSTS = 200;
  private static final double LEAST_SHARE = 0.005;

  private final float[] some = new float[LONGEST];
  private final float[] all = new float[LONGEST];
  private final Ordinary[] ordinary = new Ordinary[SPANS.length];
  private final double[] quantiles = new double[SPANS.length];
  private double levelSome;
  private double levelAll;
  private long minutes;

  public ShareDetector() {
    for (int i = 0; i < SPANS.length; i++) {
      ordinary[i] = new Ordinary(ORDINARY_MEMORY);
      quantiles[i] = LEAST_ORDINARY;
    }
  }

  /**
   * The next minute.
   *
   * @param of posts of the sort
   * @param posts all of them
   * @return as of a count: 1 is just ordinary; 0 while too little is known or came
   */
  public Watched next(double of, double posts) {
    int at = (int) (minutes % LONGEST);
    some[at] = (float) Math.min(of, posts);
    all[at] = (float) posts;
    double usual = share();
    boolean warm = minutes >= WARM_UP && levelAll >= WARM_POSTS;
    Watched most = new Watched(usual * posts, of, null, 0, false);
    for (int i = 0; i < SPANS.length; i++) {
      double counted = sum(some, at, SPANS[i]);
      double of100 = sum(all, at, SPANS[i]);
      if (of100 < FEWEST || levelAll <= 0) {
        continue;
      }
      double surprise = surprise(counted, of100, usual);
      if (warm) {
        double score = surprise / Math.max(quantiles[i], LEAST_ORDINARY);
        if (score > most.surprise()) {
          most = new Watched(usual * of100, counted, Duration.ofMinutes(SPANS[i]), score, false);
        }
        ordinary[i].learn(surprise);
      }
      if (minutes % 60 == 0) {
        quantiles[i] = ordinary[i].quantile(ORDINARY);
      }
    }
    learn(of, posts, usual);
    minutes++;
    return most;
  }

  /** The usual share, 0 to 1; 0 while nothing was learned. */
  public double share() {
    return levelAll <= 0 ? 0 : levelSome / levelAll;
  }

  /** In standard deviations of a share that only chance moves. */
  static double surprise(double counted, double posts, double share) {
    double now = Math.min(1, counted / posts);
    double usual = Math.min(1, Math.max(LEAST_SHARE, share));
    return 2 * Math.sqrt(posts) * (Math.asin(Math.sqrt(now)) - Math.asin(Math.sqrt(usual)));
  }

  private void learn(double of, double posts, double usual) {
    double forget = Math.max(FORGET, 1.0 / (minutes + 1));
    double most = levelAll < WARM_POSTS ? of : Math.min(of, CLIP * usual * posts + 1);
    // Sums, not means, as a busy hour says more of a share than a quiet one.
    double scale = minutes < 1 / FORGET ? 1 : 1 - forget;
    levelSome = levelSome * scale + Math.min(most, posts);
    levelAll = levelAll * scale + posts;
  }

  private static double sum(float[] ring, int at, int minutes) {
    double sum = 0;
    for (int i = 0; i < minutes; i++) {
      sum += ring[Math.floorMod(at - i, LONGEST)];
    }
    return sum;
  }

  /** Everything that it knows. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(minutes);
    out.writeDouble(levelSome);
    out.writeDouble(levelAll);
    for (int i = 0; i < LONGEST; i++) {
      out.writeFloat(some[i]);
      out.writeFloat(all[i]);
    }
    for (int i = 0; i < SPANS.length; i++) {
      out.writeDouble(quantiles[i]);
      ordinary[i].write(out);
    }
  }

  /** Takes up what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    minutes = in.readLong();
    levelSome = in.readDouble();
    levelAll = in.readDouble();
    for (int i = 0; i < LONGEST; i++) {
      some[i] = in.readFloat();
      all[i] = in.readFloat();
    }
    for (int i = 0; i < SPANS.length; i++) {
      quantiles[i] = in.readDouble();
      ordinary[i].read(in);
    }
  }
}
