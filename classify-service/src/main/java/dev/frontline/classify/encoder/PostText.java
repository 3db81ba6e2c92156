package dev.frontline.classify.encoder;

import java.util.regex.Pattern;

/**
 * A post as the encoder reads it: who is named and where links lead says nothing of its meaning.
 */
final class PostText {

  /** Longer texts are cut before they are split: the encoder reads far fewer pieces anyway. */
  private static final int LONGEST = 1_500;

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@\\w+(?:[.@-]\\w+)*");

  private PostText() {}

  static String of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return MENTION.matcher(LINK.matcher(cut).replaceAll("http")).replaceAll("@user");
  }
}
