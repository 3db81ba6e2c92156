package dev.frontline.local.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object a line; a line that is no UTF-8 is told, and the next one read. */
final class JsonLines implements Recording {

  private final InputStream in;
  private long number;

  JsonLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int one = in.read();
    if (one < 0) {
      return null;
    }
    while (one >= 0 && one != '\n') {
      bytes.write(one);
      one = in.read();
    }
    number++;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return Line.of(number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException e) {
      return Line.wrong(number, "is not UTF-8");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
