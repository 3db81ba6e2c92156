package dev.frontline.classify.train;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.PostReader;
import dev.frontline.classify.model.TextCnn;
import dev.frontline.classify.text.BrandNames;
import java.util.List;
import java.util.Set;

/**
 * A post as the trainer sees it.
 *
 * @param row its hashed n-grams
 * @param surface see {@link dev.frontline.classify.text.Surface}
 * @param pieces see {@link PostReader#pieces()}
 * @param named the same with the brand's name unmasked
 * @param vector the encoder's, empty where it is not needed
 * @param marks the encoder's, see {@link Vectors}; empty where they are not needed
 */
record Example(
    Post post,
    String family,
    Row row,
    float[] surface,
    float inEnglish,
    int[] pieces,
    int[] named,
    float[] vector,
    short[] marks) {

  private static final Set<String> BRAND_SOURCES =
      Set.of(
          "replab",
          "replab2013",
          "brand-streams",
          "airline",
          "brand-emotion",
          "apple-sentiment",
          "iphonex",
          Post.READ,
          Post.READ_TONE,
          Post.INVENTED);

  /** Sets the signals of its surface and of what its pieces say together. */
  void readTogether(TextCnn context, float[] signals) {
    System.arraycopy(surface, 0, signals, Heads.COUNT, surface.length);
    context.reader().read(pieces, signals);
  }

  /** The marks as the encoder gave them. */
  float[] plainMarks() {
    float[] plain = new float[marks.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = Vectors.mark(marks[i]);
    }
    return plain;
  }

  static Example of(Post post, PostReader reader, float charShare, Vectors.Kept kept) {
    boolean branded = BRAND_SOURCES.contains(post.source());
    BrandNames names = branded ? BrandNames.of(List.of(post.group())) : BrandNames.NONE;
    reader.read(post.text(), BrandNames.NONE, post.lang());
    int[] named = reader.pieces();
    reader.read(post.text(), names, post.lang());
    return new Example(
        post,
        Families.of(post),
        Row.ofGrams(reader, charShare),
        reader.surface().clone(),
        reader.inEnglish(),
        reader.pieces(),
        named,
        kept.vector(),
        kept.marks());
  }
}
