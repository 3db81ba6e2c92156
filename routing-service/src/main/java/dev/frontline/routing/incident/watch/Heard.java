package dev.frontline.routing.incident.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post about one brand as the detector sees it: without its text.
 *
 * @param at when it was accepted, epoch ms: a source that is read every ten minutes is no burst,
 *     nor is a classifier that catches up
 * @param quiet looked back at, or loaded with its own times: teaches what is usual, never alarms
 * @param again judged anew; says how a known post stands now and is none by itself
 * @param author hash of the author's id
 * @param mood -1 against the brand, 1 for it, else 0
 * @param flags the labels that hold, see the constants
 * @param riskKind what a post of pr_risk puts at risk
 * @param followers of its author, 0 where not known
 * @param storyId story that it tells with others' posts
 * @param terms words of note, each once
 */
public record Heard(
    String brand,
    String mentionId,
    long at,
    boolean quiet,
    boolean again,
    long author,
    String network,
    String lang,
    int mood,
    int flags,
    @Nullable String riskKind,
    @Nullable String storyId,
    List<String> themes,
    long reach,
    long followers,
    List<String> terms) {

  public static final int COMPLAINT = 1;
  public static final int PR_RISK = 2;
  public static final int PRAISE = 4;
  public static final int NOISE = 8;

  /** From so many followers on an author is one whom many hear. */
  public static final long MANY_FOLLOWERS = 5_000;

  /** Signals that every brand has; there is one more for each kind of risk and each theme. */
  public static final String ALL = "all";

  public static final String COMPLAINTS = "complaint";
  public static final String RISKS = "pr_risk";
  public static final String AGAINST = "negative";

  /** Their share of all posts: the count of them rises with all others. */
  public static final String SHARE_AGAINST = "negative-share";

  public static final String REACH = "reach";

  /** Counted to tell what a rise is made of, but watched by themselves by nobody. */
  public static final String HARMFUL = "harmful";

  public static final String KIND = "kind";

  public static final String RISK = "risk:";
  public static final String THEME = "theme:";
  public static final String STORY = "story:";

  public Heard {
    themes = List.copyOf(themes);
    terms = List.copyOf(terms);
  }

  /** Whether the label holds. */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether it does the brand harm. */
  boolean harmful() {
    return !has(NOISE) && (has(COMPLAINT | PR_RISK) || mood < 0);
  }

  boolean kind() {
    return !harmful() && (has(PRAISE) || mood > 0);
  }

  /** The series in which it counts. Noise counts among all posts and nowhere else. */
  List<String> signals() {
    List<String> signals = new ArrayList<>(6);
    signals.add(ALL);
    if (has(NOISE)) {
      return signals;
    }
    if (has(COMPLAINT)) {
      signals.add(COMPLAINTS);
    }
    if (has(PR_RISK)) {
      signals.add(RISKS);
      if (riskKind != null) {
        signals.add(RISK + riskKind);
      }
    }
    if (mood < 0) {
      signals.add(AGAINST);
    }
    if (harmful()) {
      signals.add(REACH);
    }
    for (String theme : themes) {
      signals.add(THEME + theme.toLowerCase(Locale.ROOT));
    }
    return signals;
  }

  /** Everything that it is counted in: its signals, and whether it does harm or good. */
  List<String> tallies() {
    List<String> tallies = signals();
    if (harmful()) {
      tallies.add(HARMFUL);
    } else if (kind()) {
      tallies.add(KIND);
    }
    return tallies;
  }

  /** Whether a series is watched for what rises. */
  static boolean watched(String signal) {
    return !signal.equals(HARMFUL) && !signal.equals(KIND);
  }

  /** What it adds to the series: one post, or for reach how many decimal places its reach has. */
  double weight(String signal) {
    return signal.equals(REACH) ? Math.log10(10.0 + Math.max(0, reach)) : 1;
  }

  /** Whether it belongs to what rose in the signal. */
  boolean counts(String signal) {
    if (signal.equals(ALL)) {
      return true;
    }
    if (has(NOISE)) {
      return false;
    }
    return switch (signal) {
      case COMPLAINTS -> has(COMPLAINT);
      case RISKS -> has(PR_RISK);
      case AGAINST, SHARE_AGAINST -> mood < 0;
      case REACH -> harmful();
      default -> countsAs(signal);
    };
  }

  private boolean countsAs(String signal) {
    if (signal.startsWith(RISK)) {
      return has(PR_RISK) && signal.substring(RISK.length()).equals(riskKind);
    }
    if (signal.startsWith(STORY)) {
      return signal.substring(STORY.length()).equals(storyId);
    }
    String theme = signal.substring(THEME.length());
    return themes.stream().anyMatch(theme::equalsIgnoreCase);
  }
}
