package dev.frontline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stack of its own, brought up by the very command that people use, on free ports and in a folder
 * of its own.
 */
final class RunningStack {

  private static final long UP_SECONDS = 240;
  private static final List<String> PORTS =
      List.of(
          "FRONTLINE_DASHBOARD_PORT",
          "FRONTLINE_INGEST_PORT",
          "FRONTLINE_CLASSIFY_PORT",
          "FRONTLINE_ROUTING_PORT",
          "FRONTLINE_DEMO_PORT",
          "FRONTLINE_KAFKA_PORT",
          "FRONTLINE_CONTROLLER_PORT",
          "FRONTLINE_STORE_PORT");

  private final Path root;
  private final Path log;
  private final Map<String, String> environment;
  private final boolean demo;
  private final @Nullable StubSocial network;
  private List<String> said = List.of();

  private RunningStack(
      Path root,
      Path home,
      Map<String, String> environment,
      boolean demo,
      @Nullable StubSocial network) {
    this.root = root;
    this.log = home.resolve("command.log");
    this.environment = environment;
    this.demo = demo;
    this.network = network;
  }

  /** An account as {@code up} printed it. */
  record Account(String role, String user, String password) {}

  /** A webhook as {@code up} printed it. */
  record Webhook(String source, URI url, String secret) {}

  private static RunningStack shared;

  /** One stack with the demo for all tests of this run; it ends with them. */
  static synchronized RunningStack shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path home = Files.createDirectories(repositoryRoot().resolve("system-tests/target/shared"));
      RunningStack stack = start(Files.createTempDirectory(home, "stack-"), true);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "shared-stack-end"));
      shared = stack;
    }
    return shared;
  }

  /** One without the demo, on another company; whoever starts it ends it. */
  static RunningStack start(Path home, Map<String, String> company)
      throws IOException, InterruptedException {
    return start(home, false, company, null);
  }

  private static RunningStack start(Path home, boolean demo)
      throws IOException, InterruptedException {
    StubSocial network = new StubSocial();
    LookedBackTest.writePast(network);
    Map<String, String> company =
        Map.of(
            "FRONTLINE_CONFIG",
            companyOn(network, home).toString(),
            "FRONTLINE_TOKEN_SOCIAL",
            "any",
            "FRONTLINE_FETCH_ALLOW_PRIVATE",
            "true");
    return start(home, demo, company, network);
  }

  private static RunningStack start(
      Path home, boolean demo, Map<String, String> company, @Nullable StubSocial network)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(company);
    environment.putAll(freePorts());
    environment.put("FRONTLINE_HOME", home.toString());
    RunningStack stack = new RunningStack(repositoryRoot(), home, environment, demo, network);
    stack.up();
    return stack;
  }

  /** The sample company with further brands, which are talked about on the stub network. */
  private static Path companyOn(StubSocial network, Path home) throws IOException {
    String brand =
        """
        brands:
          - name: Quillfern
            terms: [quillfern]
            accounts: ["mastodon:%s@127.0.0.1", "murmur:quillfern"]
          - name: %s
            terms: [%s]
        """
            .formatted(StubSocial.US, LookedBackTest.BRAND, LookedBackTest.TERM);
    String source =
        """
        sources:
          - id: social
            kind: mastodon
            url: "%s"
            every: PT5S
            settings: { tags: quillfern }
          - id: archive
            kind: mastodon
            url: "%s"
            every: PT5S
            settings: { tags: %s, lookback: P30D }
        """
            .formatted(network.address(), network.address(), LookedBackTest.TERM);
    String sample = Files.readString(repositoryRoot().resolve("frontline.yaml"));
    return Files.writeString(
        home.resolve("company.yaml"),
        sample.replaceFirst("(?m)^brands:\n", brand).replaceFirst("(?m)^sources:\n", source));
  }

  void up() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("up", "--detach"));
    if (demo) {
      command.add("--demo");
    }
    said = frontline(command.toArray(String[]::new));
  }

  void down() throws IOException, InterruptedException {
    frontline("down");
  }

  /** Runs {@code ./frontline} with the words, as a person would, and returns what it printed. */
  List<String> frontline(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(root.resolve("frontline").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(UP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(
          "frontline " + words[0] + " took over " + UP_SECONDS + " s:\n" + text());
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "frontline " + words[0] + " ended with " + process.exitValue() + ":\n" + text());
    }
    return Files.readAllLines(log);
  }

  URI dashboard() {
    return address("FRONTLINE_DASHBOARD_PORT");
  }

  /** The network that the tests write on. */
  StubSocial network() {
    return Objects.requireNonNull(network, "this stack listens to other people's networks");
  }

  URI demoNetwork() {
    return address("FRONTLINE_DEMO_PORT");
  }

  String kafka() {
    return "127.0.0.1:" + environment.get("FRONTLINE_KAFKA_PORT");
  }

  Account account(String role) {
    return said.stream()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length == 4 && words[0].equals("account") && words[1].equals(role))
        .map(words -> new Account(words[1], words[2], words[3]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no account " + role + " in:\n" + text()));
  }

  Webhook webhook() {
    return said.stream()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length == 4 && words[0].equals("webhook"))
        .map(words -> new Webhook(words[1], URI.create(words[2]), words[3]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no webhook in:\n" + text()));
  }

  private URI address(String port) {
    return URI.create("http://127.0.0.1:" + environment.get(port));
  }

  private String text() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(nothing was printed)";
    }
  }

  /** Ends the part with {@code -9}, as a crash does; its supervisor starts it again. */
  void kill(String part) throws IOException {
    Path state = Path.of(environment.get("FRONTLINE_HOME"), "run", "stack.json");
    for (JsonNode child : Outside.JSON.readTree(state.toFile()).path("children")) {
      if (child.path("name").asText().equals(part)) {
        ProcessHandle.of(child.path("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
        return;
      }
    }
    throw new IOException("no part " + part + " in " + state);
  }

  void close() {
    try {
      down();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All held at once, so that none is given twice. */
  private static Map<String, String> freePorts() throws IOException {
    Map<String, String> ports = new HashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String port : PORTS) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(port, String.valueOf(socket.getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return ports;
  }

  static Path repositoryRoot() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("frontline"))) {
      here = here.getParent();
    }
    return here;
  }
}
