package dev.frontline.classify.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's native library into a folder that stays, of this user alone. Left to
 * itself the runtime unpacks it anew at each start, and a killed process leaves its copy behind: 28
 * MB each. Where the folder cannot be had, the runtime's own way is taken.
 */
final class NativeLibrary {

  private static final String PLACE = "onnxruntime.native.path";

  /** Only where it is asked for: one file cannot be loaded by two class loaders of a process. */
  private static final String WANTED = "frontline.native.kept";

  private NativeLibrary() {}

  static void prepare() {
    String platform = platform();
    if (!Boolean.getBoolean(WANTED) || platform == null || System.getProperty(PLACE) != null) {
      return;
    }
    try {
      Path folder = folder();
      for (String name : List.of("libonnxruntime.so", "libonnxruntime4j_jni.so")) {
        unpack("/ai/onnxruntime/native/" + platform + "/" + name, folder, name);
      }
      System.setProperty(PLACE, folder.toString());
    } catch (IOException | UnsupportedOperationException e) {
      System.clearProperty(PLACE);
    }
  }

  private static @Nullable String platform() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return null;
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "linux-x64";
      case "aarch64", "arm64" -> "linux-aarch64";
      default -> null;
    };
  }

  private static Path folder() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "frontline-onnxruntime-" + System.getProperty("user.name"));
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    boolean ours =
        Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                .getName()
                .equals(System.getProperty("user.name"))
            && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                .equals(PosixFilePermissions.fromString("rwx------"));
    if (!ours) {
      throw new IOException(folder + " is not this user's alone");
    }
    return folder;
  }

  /** Again where it is of another length, as another version's is; whole or not at all. */
  private static void unpack(String resource, Path folder, String name) throws IOException {
    URL from = NativeLibrary.class.getResource(resource);
    if (from == null) {
      throw new IOException(resource + " is missing from this build");
    }
    Path to = folder.resolve(name);
    if (Files.exists(to) && Files.size(to) == from.openConnection().getContentLengthLong()) {
      return;
    }
    Path part = Files.createTempFile(folder, name, ".part");
    try (InputStream in = from.openStream()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
