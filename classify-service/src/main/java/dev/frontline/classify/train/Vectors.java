package dev.frontline.classify.train;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.encoder.Reading;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * What the encoder made of the posts that a model is trained on, kept in a file between trainings:
 * encoding takes minutes, training seconds. A post stands under its text's digest, each number in
 * 16 bits, which is how training sees it the first time, too; the file holds no text.
 */
final class Vectors {

  /** Of a post that was not encoded. */
  static final Kept NOTHING = new Kept(new float[0], new short[0]);

  private static final int REPORTED = 2_000;

  /** A vector has length 1, so that its numbers lie between -1 and 1. */
  private static final float STEPS = Short.MAX_VALUE;

  /** Numbers of marks lie between -8 and 8, seldom beyond. */
  private static final float MARK_STEPS = 2_048;

  private final Map<UUID, Kept> known = new HashMap<>();
  private final Encoder encoder;
  private final Path file;
  private final Consumer<String> progress;

  private Vectors(Encoder encoder, Path file, Consumer<String> progress) {
    this.encoder = encoder;
    this.file = file;
    this.progress = progress;
  }

  /**
   * A post.
   *
   * @param vector of the whole post
   * @param marks {@link Encoder#WIDTH} numbers each, see {@link #mark}; empty where they are not
   *     needed
   */
  record Kept(float[] vector, short[] marks) {}

  /** A mark's number as the encoder gave it. */
  static float mark(short kept) {
    return kept / MARK_STEPS;
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
        short[] marks = new short[in.readInt()];
        known.put(digest, new Kept(vector(shorts(in, new short[Encoder.SIZE])), shorts(in, marks)));
      }
    } catch (EOFException end) {
      progress.accept(known.size() + " vectors kept from before");
    }
  }

  private static short[] shorts(DataInputStream in, short[] into) throws IOException {
    byte[] bytes = new byte[into.length * Short.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asShortBuffer().get(into);
    return into;
  }

  private static float[] vector(short[] steps) {
    float[] vector = new float[steps.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = steps[i] / STEPS;
    }
    return vector;
  }

  /**
   * Encodes what is not known yet and adds it to the file.
   *
   * @param marked whether the marks are needed, too
   */
  void learn(List<String> texts, boolean marked) throws IOException {
    List<String> missing = texts.stream().filter(t -> lacks(t, marked)).distinct().toList();
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
        Reading reading = encoder.read(text);
        if (reading == null) {
          throw new IOException("the encoder was closed");
        }
        keep(digest(text), reading, marked, out);
        if (++done % REPORTED == 0) {
          progress.accept("encoded " + done);
        }
      }
    }
  }

  private boolean lacks(String text, boolean marked) {
    Kept kept = known.get(digest(text));
    return kept == null || marked && kept.marks().length == 0;
  }

  private void keep(UUID digest, Reading reading, boolean marked, DataOutputStream out)
      throws IOException {
    short[] vector = steps(reading.vector(), STEPS);
    short[] marks = steps(marked ? reading.marks() : new float[0], MARK_STEPS);
    out.writeLong(digest.getMostSignificantBits());
    out.writeLong(digest.getLeastSignificantBits());
    out.writeInt(marks.length);
    ByteBuffer bytes = ByteBuffer.allocate((vector.length + marks.length) * Short.BYTES);
    bytes.asShortBuffer().put(vector).put(marks);
    out.write(bytes.array());
    known.put(digest, new Kept(vector(vector), marks));
  }

  private static short[] steps(float[] numbers, float steps) {
    short[] rounded = new short[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      int step = Math.round(numbers[i] * steps);
      rounded[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, step));
    }
    return rounded;
  }

  /**
   * What is kept of a text that was learned.
   *
   * @throws IllegalArgumentException where it was not
   */
  Kept of(String text) {
    Kept kept = known.get(digest(text));
    if (kept == null) {
      throw new IllegalArgumentException("a post was not encoded");
    }
    return kept;
  }

  private static UUID digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
