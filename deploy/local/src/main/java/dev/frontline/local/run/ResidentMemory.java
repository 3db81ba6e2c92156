package dev.frontline.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process holds, as the operating system counts it. */
public final class ResidentMemory {

  private ResidentMemory() {}

  /** In MB; empty where the process is gone or the system does not say. */
  public static OptionalLong ofMb(long pid) {
    try {
      Path status = Path.of("/proc", String.valueOf(pid), "status");
      return Files.exists(status) ? fromProc(Files.readString(status)) : fromPs(pid);
    } catch (IOException e) {
      return OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  static OptionalLong fromProc(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst();
  }

  private static OptionalLong fromPs(long pid) throws IOException, InterruptedException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    String answer =
        new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    return ps.waitFor() == 0 && answer.matches("[0-9]+")
        ? OptionalLong.of(Long.parseLong(answer) >> 10)
        : OptionalLong.empty();
  }
}
