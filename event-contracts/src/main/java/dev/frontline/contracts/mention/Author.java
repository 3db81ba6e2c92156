package dev.frontline.contracts.mention;

import dev.frontline.contracts.Required;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a post, as the network tells it.
 *
 * @param id the network's own stable id, without the network's name
 * @param handle the name people type, without a leading {@code @}
 * @param followers unknown where the network does not say
 */
public record Author(
    String id,
    @Nullable String handle,
    @Nullable String displayName,
    @Nullable Long followers,
    @Nullable String url,
    @Nullable String avatar) {

  public Author {
    Required.text("author.id", id);
  }

  /** The name to show: display name, else handle, else id. */
  public String shownName() {
    if (displayName != null && !displayName.isBlank()) {
      return displayName;
    }
    return handle != null && !handle.isBlank() ? handle : id;
  }
}
