package dev.frontline.contracts.mention;

import dev.frontline.contracts.Required;
import org.jspecify.annotations.Nullable;

/**
 * A picture, video or sound beside a post.
 *
 * @param type {@code image}, {@code video}, {@code audio} or {@code other}
 */
public record Media(String type, String url, @Nullable String alt) {

  public Media {
    Required.text("media.type", type);
    Required.text("media.url", url);
  }
}
