package dev.frontline.local.measure;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.bench.Feeder;
import dev.frontline.local.place.Folders;
import dev.frontline.local.place.Home;
import dev.frontline.local.place.Part;
import dev.frontline.local.place.Ports;
import dev.frontline.local.run.DownCommand;
import dev.frontline.local.run.StackState;
import dev.frontline.local.run.Surroundings;
import dev.frontline.local.run.UpCommand;
import dev.frontline.local.supervise.ChildStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack of its own to measure, on free ports and in a folder that is deleted afterwards: invented
 * posts by the ten thousand never come among real ones, neither here nor on the cluster that {@code
 * FRONTLINE_KAFKA} names, and no process that somebody works with is killed.
 */
final class MeasuredStack implements AutoCloseable {

  private final Map<String, String> environment;
  private final Surroundings around;
  private final Company company;
  private boolean finished;

  private MeasuredStack(Map<String, String> environment, Surroundings around, Company company) {
    this.environment = environment;
    this.around = around;
    this.company = company;
  }

  /**
   * Returns once the stack is up.
   *
   * @throws Trouble saying why it did not come up
   */
  static MeasuredStack start(Map<String, String> outer, PrintStream out)
      throws IOException, InterruptedException {
    String name = "measured-" + ProcessHandle.current().pid();
    Home home = new Home(Surroundings.of(outer).home().directory().resolve(name));
    Folders.delete(home.directory());
    Map<String, String> environment = new HashMap<>(outer);
    environment.keySet().removeAll(List.of("FRONTLINE_KAFKA", "FRONTLINE_STORE_URI"));
    environment.put("FRONTLINE_HOME", home.directory().toString());
    environment.putAll(freePorts());
    Surroundings around = Surroundings.of(environment);
    MeasuredStack stack = new MeasuredStack(environment, around, around.company(environment));
    Thread interrupted = new Thread(stack::down, "measured-stack-down");
    Runtime.getRuntime().addShutdownHook(interrupted);
    UpCommand.startInBackground(around, false, environment, out);
    return stack;
  }

  String kafka() {
    return around.neighbours().kafka();
  }

  String storeUri() {
    return around.neighbours().storeUri();
  }

  String brand() {
    return company.brands().get(0).name();
  }

  List<ChildStatus> children() {
    return StackState.read(around.home())
        .filter(StackState::supervised)
        .map(StackState::children)
        .orElseThrow(() -> new Trouble("the measured stack's supervisor died; see " + logs()));
  }

  /** Where a part's process leaves a report if it crashes. */
  Path crashReport(long pid) {
    return around.home().crashReport(String.valueOf(pid));
  }

  private Path logs() {
    return around.home().logs();
  }

  Feeder feeder() {
    return new Feeder(
        URI.create(around.ports().url(Part.INGEST)),
        new InternalTokens(around.serviceKey(company, environment), Clock.systemUTC()),
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  /**
   * The source that recorded posts come in by.
   *
   * @throws Trouble where the company has none
   */
  String replaySource() {
    return company.sources().stream()
        .filter(source -> "replay".equals(source.kind()))
        .map(Source::id)
        .findFirst()
        .orElseThrow(() -> new Trouble("frontline.yaml has no source of kind replay"));
  }

  /** The run went well: nobody will ask for the logs. */
  void finished() {
    finished = true;
  }

  /** Takes it down and, unless something went wrong, deletes its folder with the logs. */
  @Override
  public void close() throws IOException {
    down();
    if (finished) {
      Folders.delete(around.home().directory());
    }
  }

  private synchronized void down() {
    try {
      DownCommand.stop(around.home(), new PrintStream(OutputStream.nullOutputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All at once, so that none is given twice. */
  private static Map<String, String> freePorts() throws IOException {
    Map<String, String> ports = new HashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String variable : Ports.from(Map.of()).byVariable().keySet()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(variable, String.valueOf(socket.getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return ports;
  }
}
