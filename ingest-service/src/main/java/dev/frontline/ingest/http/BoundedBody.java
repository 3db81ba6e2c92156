package dev.frontline.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads the body of an answer that may be endless, or arrive a byte a minute. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * Reads to the end or to {@code most} bytes, whichever comes first.
   *
   * @param deadline in {@link System#nanoTime()}; a request's own timeout ends with the headers
   * @throws IOException where it breaks off or has not ended by then
   */
  public static byte[] read(InputStream body, int most, long deadline) throws IOException {
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> close(body),
            CompletableFuture.delayedExecutor(
                Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
    try {
      byte[] read = body.readNBytes(most);
      if (System.nanoTime() - deadline >= 0) {
        throw new IOException("its answer took too long");
      }
      return read;
    } finally {
      watch.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // It is over either way.
    }
  }
}
