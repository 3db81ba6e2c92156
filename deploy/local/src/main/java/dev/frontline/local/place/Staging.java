package dev.frontline.local.place;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of what was built, laid out as the archive is. The stack runs from it, so that building
 * and testing beside it never takes a file from under a running process.
 */
public final class Staging {

  private Staging() {}

  /** Copies into the home's run folder; an unpacked archive is not built and runs as it is. */
  public static Installation copy(Installation built, Home home) throws IOException {
    if (built.unpacked()) {
      return built;
    }
    Path root = home.run().resolve("program");
    Folders.delete(root);
    Path lib = Files.createDirectories(root.resolve("lib"));
    for (Path jar : jars(System.getProperty("java.class.path"))) {
      place(jar, lib.resolve(jar.getFileName().toString()));
    }
    for (Part part : Part.services()) {
      built.runnable(part);
      copyTree(built.service(part), root.resolve("services").resolve(part.id() + "-service"));
    }
    return new Installation(root);
  }

  /** The jar files that a class path names, those of its {@code /*} folders included. */
  static List<Path> jars(String classpath) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator)) {
      if (entry.endsWith("*")) {
        try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
          files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
        }
      } else if (entry.endsWith(".jar")) {
        jars.add(Path.of(entry));
      }
    }
    return jars;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(from)) {
      all = paths.toList();
    }
    for (Path path : all) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        place(path, target);
      }
    }
  }

  /** A second name for a library, which no build writes into; a copy of all that is ours. */
  private static void place(Path file, Path target) throws IOException {
    boolean library = file.toString().contains(File.separator + "lib" + File.separator);
    boolean ours =
        file.getFileName()
            .toString()
            .matches("(dev\\.frontline|frontline|event-contracts|service-kit).*");
    if (library && !ours) {
      try {
        Files.createLink(target, file);
        return;
      } catch (IOException | UnsupportedOperationException e) {
        // Another disk, or a file system without links: a copy does as well.
        Files.deleteIfExists(target);
      }
    }
    Files.copy(file, target);
  }
}
