package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Part;
import dev.frontline.local.secret.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack; returns when it is up ({@code --detach}) or when it was stopped. */
@Command(name = "up", description = "Starts broker, store and the four services.")
public final class UpCommand implements Callable<Integer> {

  @Option(names = "--demo", description = "Plays the sample company.")
  private boolean demo;

  @Option(
      names = "--brand",
      description = "Listens for the brand on the open networks, without keys; may be repeated.")
  private List<String> brands = new ArrayList<>();

  @Option(names = "--detach", description = "Leaves it running in the background.")
  private boolean detach;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, String> environment = new LinkedHashMap<>(System.getenv());
    Surroundings around = Surroundings.of(environment);
    if (brands.stream().anyMatch(String::isBlank)) {
      throw new Trouble("--brand needs a name");
    }
    if (!brands.isEmpty()) {
      if (demo) {
        throw new Trouble("--brand and --demo are two companies: choose one");
      }
      Path company = BrandCompany.write(brands, around.home().directory());
      environment.put("FRONTLINE_CONFIG", company.toString());
      around = Surroundings.of(environment);
    }
    Company company = around.company(environment);
    Secrets secrets = around.secrets(company);
    Optional<StackState> running = StackState.read(around.home()).filter(StackState::supervised);
    if (running.isPresent() && running.get().phase() == StackState.Phase.UP) {
      if (demo && !running.get().demo()) {
        // The services of the demo are told so at their start: it cannot join them later.
        throw new Trouble(
            "Frontline is up without the demo: ./frontline down first, then ./frontline up --demo");
      }
      out.println("Frontline is up already.");
      print(around, company, secrets, running.get().demo());
      return 0;
    }
    if (running.isPresent()) {
      throw new Trouble("Frontline is just starting or stopping; see ./frontline status");
    }
    Leftovers.end(around.home(), out);
    Preflight.check(around, demo);

    Launch launch = Launch.start(around, demo, environment);
    Thread interrupted = new Thread(launch::stop, "up-interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    launch.awaitUp(new Progress(out));
    print(around, company, secrets, demo);
    if (!brands.isEmpty()) {
      new FirstHearing(
              URI.create(around.ports().url(Part.INGEST)),
              around.serviceKey(company, environment),
              URI.create(around.ports().url(Part.DASHBOARD)),
              brands,
              out)
          .tell();
    }
    if (detach) {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      return 0;
    }
    out.println("Ctrl-C stops it.");
    return launch.awaitEnd(out);
  }

  /**
   * Starts the stack as {@code up --detach} does, without the lines about accounts.
   *
   * @param environment what its processes inherit; {@code around} was read from it
   * @throws Trouble saying why it did not come up
   */
  public static void startInBackground(
      Surroundings around, boolean demo, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    Launch.start(around, demo, environment).awaitUp(new Progress(out));
    out.println("Frontline is up: " + around.ports().url(Part.DASHBOARD));
  }

  private void print(Surroundings around, Company company, Secrets secrets, boolean withDemo) {
    out.println("Frontline is up: " + around.ports().url(Part.DASHBOARD));
    if (withDemo) {
      out.println("The demo network, where answers show: " + around.ports().url(Part.DEMO));
    }
    Accounts.people(company, secrets).forEach(out::println);
    Accounts.webhooks(around, secrets).forEach(out::println);
    out.flush();
  }
}
