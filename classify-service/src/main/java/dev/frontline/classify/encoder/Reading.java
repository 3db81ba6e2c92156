package dev.frontline.classify.encoder;

/**
 * What the encoder makes of a post.
 *
 * @param vector {@link Encoder#SIZE} numbers: two vectors, each of length 1
 * @param marks the marks' own vectors after the last layer that is read, {@link Encoder#WIDTH}
 *     numbers each
 */
public record Reading(float[] vector, float[] marks) {}
