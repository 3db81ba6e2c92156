package dev.frontline.routing.incident.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How spikes are looked for in the stream of posts. */
@ConfigMapping(prefix = "frontline.spikes")
interface SpikeStreamConfig {

  /** Whether this process does: on a busy machine one of its own may. */
  @WithDefault("true")
  boolean enabled();

  /** Kafka Streams' application id, which names its group and its topics. */
  @WithDefault("frontline-spikes")
  String applicationId();

  /** How often progress is committed: an alarm leaves with the commit. */
  @WithDefault("PT1S")
  Duration commitEvery();

  /** Whether more posts than usual are an alarm; where not, only people who tell one story are. */
  @WithDefault("true")
  boolean volumes();

  /** How much all posts must stand out, in times of what is just ordinary. */
  @WithDefault("1.7")
  double mainBar();

  /** The same for labels and kinds of risk. */
  @WithDefault("1.8")
  double partBar();

  /** The same for themes, moods and reach. */
  @WithDefault("2.1")
  double fineBar();
}
