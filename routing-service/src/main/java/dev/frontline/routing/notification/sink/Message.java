package dev.frontline.routing.notification.sink;

import dev.frontline.contracts.Lists;
import dev.frontline.routing.notification.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sink is handed. All text is plain; each sink escapes it for its format.
 *
 * @param key the same at every try: by it a sink that can knows one that it has already
 * @param notice what it is about; for a digest the first of them
 * @param lines what stands below the title
 * @param link whole address that shows more, null for none
 * @param to a person's mail address, null for the sink's own channel
 */
public record Message(
    String key,
    Notice notice,
    String title,
    List<String> lines,
    @Nullable String link,
    @Nullable String to) {

  public Message {
    lines = Lists.copy(lines);
  }
}
