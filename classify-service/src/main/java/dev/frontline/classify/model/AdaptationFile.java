package dev.frontline.classify.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An adaptation as bytes: gzip of its shape, its labels' shifts, its bins and their weights. */
public final class AdaptationFile {

  private static final int MAGIC = 0x464C4131;

  private AdaptationFile() {}

  /** The same adaptation gives the same bytes. */
  public static byte[] write(Adaptation adaptation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(Heads.LABELS);
      out.writeInt(adaptation.revision());
      for (int label = 0; label < Heads.LABELS; label++) {
        out.writeFloat(adaptation.intercept(label));
      }
      out.writeInt(adaptation.size());
      for (int i = 0; i < adaptation.size(); i++) {
        out.writeInt(adaptation.bin(i));
        for (int label = 0; label < Heads.LABELS; label++) {
          out.writeFloat(adaptation.weightAt(i, label));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all bytes", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where it is no adaptation, or one for other labels
   */
  public static Adaptation read(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != MAGIC || in.readInt() != Heads.LABELS) {
        throw new IOException("not an adaptation of this build's labels");
      }
      int revision = in.readInt();
      float[] intercepts = floats(in, Heads.LABELS);
      int size = in.readInt();
      int[] bins = new int[size];
      float[] weights = new float[size * Heads.LABELS];
      for (int i = 0; i < size; i++) {
        bins[i] = in.readInt();
        System.arraycopy(floats(in, Heads.LABELS), 0, weights, i * Heads.LABELS, Heads.LABELS);
      }
      return new Adaptation(revision, intercepts, bins, weights);
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
