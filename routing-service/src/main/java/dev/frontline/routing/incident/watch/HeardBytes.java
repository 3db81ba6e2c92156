package dev.frontline.routing.incident.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slim record in as few bytes as need be: it is written twice for every post. */
public final class HeardBytes {

  private static final int VERSION = 2;

  /** Without followers. */
  private static final int BEFORE = 1;

  private HeardBytes() {}

  public static byte[] write(Heard h) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(h.brand());
      out.writeUTF(h.mentionId());
      out.writeLong(h.at());
      out.writeByte((h.quiet() ? 1 : 0) | (h.again() ? 2 : 0));
      out.writeLong(h.author());
      out.writeUTF(h.network());
      out.writeUTF(h.lang());
      out.writeByte(h.mood());
      out.writeByte(h.flags());
      out.writeUTF(h.riskKind() == null ? "" : h.riskKind());
      out.writeUTF(h.storyId() == null ? "" : h.storyId());
      texts(out, h.themes());
      out.writeLong(h.reach());
      out.writeLong(h.followers());
      texts(out, h.terms());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException where these are no such bytes
   */
  public static Heard read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION && version != BEFORE) {
        throw new IllegalArgumentException("not a slim record of version " + VERSION);
      }
      String brand = in.readUTF();
      String mentionId = in.readUTF();
      long at = in.readLong();
      int how = in.readByte();
      return new Heard(
          brand,
          mentionId,
          at,
          (how & 1) != 0,
          (how & 2) != 0,
          in.readLong(),
          in.readUTF(),
          in.readUTF(),
          in.readByte(),
          in.readByte(),
          orNull(in.readUTF()),
          orNull(in.readUTF()),
          texts(in),
          in.readLong(),
          version == BEFORE ? 0 : in.readLong(),
          texts(in));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a slim record", e);
    }
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeByte(Math.min(texts.size(), Byte.MAX_VALUE));
    for (String text : texts.subList(0, Math.min(texts.size(), Byte.MAX_VALUE))) {
      out.writeUTF(text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int size = in.readByte();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
