package dev.frontline.classify.learning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When this service learns, and from how much. */
@ConfigMapping(prefix = "frontline.learning")
interface LearningConfig {

  /** How often it is looked whether there is enough to learn; {@code off} never. */
  @WithDefault("1h")
  String every();

  /** So much must have been said since the last time. */
  @WithDefault("20")
  int leastNews();

  /** Posts that people left standing, at most so many: the newest. */
  @WithDefault("20000")
  int mostLeftStanding();

  /** What people left standing counts for so long. */
  @WithDefault("P180D")
  Duration leftStandingCountsFor();

  /** Recent posts that a comparison goes through, at most. */
  @WithDefault("2000")
  int mostRecent();
}
