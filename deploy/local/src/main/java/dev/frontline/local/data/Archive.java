package dev.frontline.local.data;

import dev.frontline.local.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP file with folders of the data directory in it, and a first entry that says what it is. */
final class Archive {

  private static final String MARK = "frontline-backup";

  private Archive() {}

  /** Writes the folders that are there; the file appears only once it is whole. */
  static void save(Path home, List<String> folders, Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path fresh = Files.createTempFile(parent, "frontline-", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(fresh);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(MARK));
        zip.closeEntry();
        for (String folder : folders) {
          add(home, home.resolve(folder), zip);
        }
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void add(Path home, Path folder, ZipOutputStream zip) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            zip.putNextEntry(new ZipEntry(name(directory) + "/"));
            zip.closeEntry();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            zip.putNextEntry(new ZipEntry(name(file)));
            Files.copy(file, zip);
            zip.closeEntry();
            return FileVisitResult.CONTINUE;
          }

          private String name(Path path) {
            return home.relativize(path).toString().replace('\\', '/');
          }
        });
  }

  /**
   * Unpacks into an empty directory.
   *
   * @throws Trouble where the file is no backup, or one that reaches outside the directory
   */
  static void unpack(Path file, Path into) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !MARK.equals(first.getName())) {
        throw new Trouble(file + " is no backup of Frontline");
      }
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new Trouble(file + " is no backup of Frontline: it reaches outside its folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    } catch (ZipException e) {
      throw new Trouble(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
