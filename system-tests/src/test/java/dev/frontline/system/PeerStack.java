package dev.frontline.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stack that listens on the real servers that are there, for all tests of this run. */
final class PeerStack {

  /** Nobody listens there: a source whose server is not at hand only fails. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static @Nullable PeerStack shared;

  final RunningStack stack;
  private final @Nullable BlueskyPeer bluesky;
  private final @Nullable SnacPeer snac;

  private PeerStack(Path home) throws IOException, InterruptedException {
    Optional<Path> modules = Peers.bluesky();
    Optional<Path> program = Peers.snac();
    bluesky =
        modules.isPresent() ? BlueskyPeer.start(modules.get(), home.resolve("bluesky.log")) : null;
    snac = program.isPresent() ? SnacPeer.start(program.get(), home) : null;
    Map<String, String> told = new HashMap<>();
    told.put("FRONTLINE_FETCH_ALLOW_PRIVATE", "true");
    told.put("FRONTLINE_CONFIG", company(home).toString());
    told.put("PEER_RELAY", bluesky == null ? NOWHERE : bluesky.relayAddress());
    told.put("PEER_PDS", bluesky == null ? NOWHERE : bluesky.pdsAddress());
    told.put("PEER_BLUESKY_ACCOUNT", "bluesky:" + (bluesky == null ? "?" : bluesky.companyDid()));
    told.put("PEER_MASTODON", snac == null ? NOWHERE : snac.address());
    if (bluesky != null) {
      told.put("FRONTLINE_TOKEN_BLUESKY", bluesky.appPassword());
    }
    if (snac != null) {
      told.put("FRONTLINE_TOKEN_MASTODON", snac.token());
    }
    stack = RunningStack.start(home, told);
  }

  static synchronized PeerStack shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path folder =
          Files.createDirectories(
              RunningStack.repositoryRoot().resolve("system-tests/target/peers"));
      PeerStack one = new PeerStack(Files.createTempDirectory(folder, "stack-"));
      Runtime.getRuntime().addShutdownHook(new Thread(one::close, "peer-stack-end"));
      shared = one;
    }
    return shared;
  }

  static BlueskyPeer needBluesky() throws IOException, InterruptedException {
    assumeTrue(
        Peers.bluesky().isPresent(),
        "needs Node.js 20 and Bluesky's own server, which ./frontline test --peers fetches by npm");
    return Objects.requireNonNull(shared().bluesky);
  }

  static SnacPeer needSnac() throws IOException, InterruptedException {
    assumeTrue(
        Peers.snac().isPresent(),
        "needs snac 2.75, which is Debian's package snac2 in bookworm-backports");
    return Objects.requireNonNull(shared().snac);
  }

  private static Path company(Path home) throws IOException {
    return Files.copy(
        RunningStack.repositoryRoot().resolve("system-tests/src/test/peers/kettlery.yaml"),
        home.resolve("kettlery.yaml"));
  }

  private void close() {
    stack.close();
    try {
      if (bluesky != null) {
        bluesky.close();
      }
      if (snac != null) {
        snac.close();
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
