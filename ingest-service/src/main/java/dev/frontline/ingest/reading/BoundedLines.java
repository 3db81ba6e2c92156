package dev.frontline.ingest.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text that end with LF or CR LF, none longer than a frame may be. One that breaks off was
 * not sent: whoever reads asks for it again.
 */
final class BoundedLines implements AutoCloseable {

  private final BufferedReader in;

  BoundedLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * The next line, without its end; null where no whole one comes any more.
   *
   * @throws IOException where it is too long, or cannot be read
   */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) != -1) {
      if (c == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      line.append((char) c);
      if (line.length() > Frames.LONGEST) {
        throw new IOException("a line of more than 4 MB came");
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
