package dev.frontline.local.measure;

import dev.frontline.kit.company.Company;
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
 * posts by the ten thousand never come among real ones, and no process that somebody works with is
 * killed. Where {@code FRONTLINE_KAFKA} or {@code FRONTLINE_STORE_URI} point at a cluster, the
 * cluster is measured.
 */
final class MeasuredStack implements AutoCloseable {

  private final Map<String, String> environment;
  private final Surroundings around;
  private final Company company;
  private final PrintStream out;

  private MeasuredStack(
      Map<String, String> environment, Surroundings around, Company company, PrintStream out) {
    this.environment = environment;
    this.around = around;
    this.company = company;
    this.out = out;
  }

  /**
   * Returns once the stack is up.
   *
   * @throws Trouble saying why it did not come up
   */
  static MeasuredStack start(Map<String, String> outer, PrintStream out)
      throws IOException, InterruptedException {
    Home home = new Home(Surroundings.of(outer).home().directory().resolve("measured"));
    DownCommand.stop(home, out);
    Folders.delete(home.directory());
    Map<String, String> environment = new HashMap<>(outer);
    environment.put("FRONTLINE_HOME", home.directory().toString());
    environment.putAll(freePorts());
    Surroundings around = Surroundings.of(environment);
    MeasuredStack stack = new MeasuredStack(environment, around, around.company(environment), out);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::end, "measured-stack-end"));
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
        .map(Company.Source::id)
        .findFirst()
        .orElseThrow(() -> new Trouble("frontline.yaml has no source of kind replay"));
  }

  @Override
  public void close() {
    end();
  }

  /** Ends what is left of it; the second time there is nothing. */
  private synchronized void end() {
    try {
      DownCommand.stop(around.home(), out);
      Folders.delete(around.home().directory());
    } catch (IOException e) {
      out.println("not deleted: " + e.getMessage());
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
