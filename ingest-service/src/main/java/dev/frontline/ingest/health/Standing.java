package dev.frontline.ingest.health;

import dev.frontline.ingest.accepting.Heard.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source besides what it brought.
 *
 * @param silence after how long without a post it counts as silent; null never
 * @param trouble why it could not be read last; null where it could
 * @param paused somebody lets it rest
 */
record Standing(@Nullable Duration silence, @Nullable Trouble trouble, boolean paused) {}
