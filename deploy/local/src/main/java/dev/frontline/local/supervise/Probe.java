package dev.frontline.local.supervise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** How one sees that a started process does its work. */
@FunctionalInterface
public interface Probe {

  /**
   * @param log the process's log file
   * @param from where in it this process's own lines begin, in bytes
   */
  boolean ready(Path log, long from);

  /** Ready once it has written a line that starts so. */
  static Probe logLine(String start) {
    return (log, from) -> LogTail.linesFrom(log, from).anyMatch(line -> line.startsWith(start));
  }

  /** Ready when the address answers 200. */
  static Probe http(URI address) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
    return (log, from) -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
