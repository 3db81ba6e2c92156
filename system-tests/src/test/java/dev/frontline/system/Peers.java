package dev.frontline.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the real servers lie that {@code ./frontline test --peers} fetches. */
final class Peers {

  private Peers() {}

  /** Bluesky's own server as npm packages; empty where it, or Node.js, is not there. */
  static Optional<Path> bluesky() {
    Path modules = folder().resolve("bluesky");
    return Files.exists(modules.resolve("node_modules/@atproto/dev-env/package.json"))
            && onPath("node").isPresent()
        ? Optional.of(modules)
        : Optional.empty();
  }

  /** snac, which speaks Mastodon's interface; empty where it is not there. */
  static Optional<Path> snac() {
    return onPath("snac").or(() -> executable(folder().resolve("snac/usr/bin/snac")));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path folder() {
    String given = System.getenv("FRONTLINE_PEERS");
    return given == null || given.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "frontline", "peers")
        : Path.of(given);
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .flatMap(file -> executable(file).stream())
        .findFirst();
  }

  private static Optional<Path> executable(Path file) {
    return Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
  }
}
