package dev.frontline.classify.text;

import java.util.List;
import java.util.Locale;

/** What a cue speaks for. The names in lower case head the sections of the cue files. */
public enum CueCategory {
  COMPLAINT,
  LEAD,
  PRAISE,
  QUESTION,
  NOISE,
  URGENT,
  PR_SAFETY,
  PR_LEGAL,
  PR_LABOUR,
  PR_BOYCOTT,
  PR_DISCRIMINATION,
  PR_EXECUTIVE,
  PR_DATA,
  PR_ENVIRONMENT,
  PR_RIDICULE,
  PR_PRESS,
  /** The author speaks of themselves. */
  ME,
  /** The author speaks to somebody. */
  YOU,
  NEGATION,
  /** A dream without a plan. */
  WISH,
  /** The purchase is made already. */
  BOUGHT,
  /** Told as news. */
  NEWS,
  /** Anger or contempt. */
  ANGER;

  static final List<CueCategory> ALL = List.of(values());
  static final int COUNT = values().length;

  /** Whether it is one of the kinds of risk to a reputation. */
  public boolean isRisk() {
    return ordinal() >= PR_SAFETY.ordinal() && ordinal() <= PR_PRESS.ordinal();
  }

  static CueCategory named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
