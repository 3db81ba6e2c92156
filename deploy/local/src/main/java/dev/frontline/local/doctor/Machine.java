package dev.frontline.local.doctor;

import dev.frontline.local.place.Part;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Java, memory, disk, and whether the parts are built. */
final class Machine {

  private static final long LEAST_DISK_MB = 500;
  private static final long LEAST_MEMORY_MB = 3_000;

  private Machine() {}

  static List<Finding> examine(Surroundings around) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("Java", Runtime.version() + " in " + System.getProperty("java.home")));
    findings.add(disk(around.home().directory()));
    availableMemoryMb().ifPresent(mb -> findings.add(memory(mb)));
    List<String> missing =
        Part.services().stream()
            .filter(p -> Files.notExists(around.installation().service(p)))
            .map(Part::id)
            .toList();
    findings.add(
        missing.isEmpty()
            ? Finding.ok("services", "built, in " + around.installation().root())
            : Finding.wrong("services", "not built: " + missing + "; ./frontline up builds them"));
    return findings;
  }

  private static Finding disk(Path home) {
    Path there = home;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace() >> 20;
      String detail = "%,d MB free for %s".formatted(free, home);
      return free < LEAST_DISK_MB
          ? Finding.wrong("disk", detail + "; " + LEAST_DISK_MB + " MB are needed")
          : Finding.ok("disk", detail);
    } catch (IOException e) {
      return Finding.wrong("disk", home + " cannot be used: " + e.getMessage());
    }
  }

  private static Finding memory(long mb) {
    String detail = "%,d MB available".formatted(mb);
    return mb < LEAST_MEMORY_MB
        ? Finding.note("memory", detail + "; a busy stack takes up to 3 GB")
        : Finding.ok("memory", detail);
  }

  private static OptionalLong availableMemoryMb() {
    Path file = Path.of("/proc/meminfo");
    if (Files.notExists(file)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
