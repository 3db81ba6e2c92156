package dev.frontline.classify.encoder;

/**
 * The word pieces of a post.
 *
 * @param ids their numbers in the vocabulary, framed by the two marks
 * @param starts where in the post each begins, an index into its text; never falling. The first
 *     mark stands at 0, the last at the text's length
 */
public record Pieces(int[] ids, int[] starts) {}
