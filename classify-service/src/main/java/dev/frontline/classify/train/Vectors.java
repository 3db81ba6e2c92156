package dev.frontline.classify.train;

import dev.frontline.classify.encoder.Encoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The encoder's vectors of the posts that a model is trained on, kept in a file between trainings:
 * encoding them takes minutes, training seconds. A vector stands under its text's digest, each of
 * its numbers in 16 bits, which is how training sees it the first time, too; the file holds no
 * text.
 */
final class Vectors {

  private static final int REPORTED = 2_000;
  private static final float STEPS = Short.MAX_VALUE;

  private final Map<UUID, float[]> known = new HashMap<>();
  private final Encoder encoder;
  private final Path file;
  private final Consumer<String> progress;

  private Vectors(Encoder encoder, Path file, Consumer<String> progress) {
    this.encoder = encoder;
    this.file = file;
    this.progress = progress;
  }

  static Vectors open(Encoder encoder, Path file, Consumer<String> progress) throws IOException {
    Vectors vectors = new Vectors(encoder, file, progress);
    if (Files.exists(file)) {
      vectors.read();
    }
    return vectors;
  }

  private void read() throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      while (true) {
        UUID digest = new UUID(in.readLong(), in.readLong());
        float[] vector = new float[Encoder.SIZE];
        for (int i = 0; i < vector.length; i++) {
          vector[i] = in.readShort() / STEPS;
        }
        known.put(digest, vector);
      }
    } catch (EOFException end) {
      progress.accept(known.size() + " vectors kept from before");
    }
  }

  /** Encodes what is not known yet and adds it to the file. */
  void learn(List<String> texts) throws IOException {
    List<String> missing =
        texts.stream().filter(t -> !known.containsKey(digest(t))).distinct().toList();
    if (missing.isEmpty()) {
      return;
    }
    progress.accept("encoding " + missing.size() + " posts");
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
      int done = 0;
      for (String text : missing) {
        float[] vector = encoder.embed(text);
        if (vector == null) {
          throw new IOException("the encoder was closed");
        }
        known.put(digest(text), written(digest(text), vector, out));
        if (++done % REPORTED == 0) {
          progress.accept("encoded " + done);
        }
      }
    }
  }

  /** The vector as it will be read. */
  private static float[] written(UUID digest, float[] vector, DataOutputStream out)
      throws IOException {
    out.writeLong(digest.getMostSignificantBits());
    out.writeLong(digest.getLeastSignificantBits());
    float[] rounded = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      int steps = Math.round(vector[i] * STEPS);
      out.writeShort(steps);
      rounded[i] = steps / STEPS;
    }
    return rounded;
  }

  /**
   * The vector of a text that was learned.
   *
   * @throws IllegalArgumentException where it was not
   */
  float[] of(String text) {
    float[] vector = known.get(digest(text));
    if (vector == null) {
      throw new IllegalArgumentException("a post was not encoded");
    }
    return vector;
  }

  private static UUID digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
