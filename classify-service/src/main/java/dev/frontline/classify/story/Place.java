package dev.frontline.classify.story;

import org.jspecify.annotations.Nullable;

/**
 * Where a post stands among its near-copies.
 *
 * @param storyId id of the post by which the story was first heard, null where it stands alone
 * @param nearCopyOf the earlier post that this one repeats, null where it is nobody's copy
 */
public record Place(@Nullable String storyId, @Nullable String nearCopyOf) {

  public static final Place ALONE = new Place(null, null);
}
