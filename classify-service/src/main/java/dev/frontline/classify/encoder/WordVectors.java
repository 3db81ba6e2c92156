package dev.frontline.classify.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The encoder's own vectors of its word pieces, before any layer: what a piece means where nothing
 * stands around it.
 */
public final class WordVectors {

  private static final String NAME = "embeddings.word_embeddings.weight";

  private WordVectors() {}

  /**
   * Of all pieces, {@link Encoder#WIDTH} numbers each, as the model keeps them: in whole steps from
   * a zero of its own, so that only their differences mean anything.
   *
   * @throws IOException where the model has none, or of another shape
   */
  public static float[] shipped() throws IOException {
    try (InputStream in = WordVectors.class.getResourceAsStream(Encoder.MODEL)) {
      if (in == null) {
        throw new IOException(Encoder.MODEL + " is missing from this build");
      }
      ByteBuffer steps =
          new OnnxReader(in.readAllBytes()).table(NAME, Encoder.WIDTH).bytes().numbers();
      float[] vectors = new float[steps.remaining()];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = Byte.toUnsignedInt(steps.get(steps.position() + i));
      }
      return vectors;
    }
  }
}
