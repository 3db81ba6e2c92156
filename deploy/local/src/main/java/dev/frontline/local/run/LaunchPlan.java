package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.broker.Topics;
import dev.frontline.local.place.Home;
import dev.frontline.local.place.Installation;
import dev.frontline.local.place.Neighbours;
import dev.frontline.local.place.Part;
import dev.frontline.local.place.Ports;
import dev.frontline.local.stack.StackMain;
import dev.frontline.local.supervise.ChildSpec;
import dev.frontline.local.supervise.Probe;
import dev.frontline.local.supervise.Stage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Which processes run, how, and in which order: broker and store, the services, the demo. */
final class LaunchPlan {

  private static final String DEMO_MAIN = "dev.frontline.local.demo.DemoMain";

  private final Surroundings around;
  private final ChildEnvironment environment;
  private final Company company;

  LaunchPlan(Surroundings around, ChildEnvironment environment, Company company) {
    this.around = around;
    this.environment = environment;
    this.company = company;
  }

  List<Stage> stages(boolean demo) {
    List<Stage> stages = new ArrayList<>();
    Neighbours neighbours = around.neighbours();
    stages.add(
        new Stage(
            neighbours.anyEmbedded() ? List.of(stack()) : List.of(),
            () -> Topics.createMissing(neighbours.kafka(), company.queues())));
    stages.add(Stage.of(Part.services().stream().map(this::service).toList()));
    if (demo) {
      stages.add(Stage.of(List.of(demo())));
    }
    return stages;
  }

  private ChildSpec stack() {
    Ports ports = around.ports();
    List<String> command = java(Part.STACK);
    command.addAll(
        List.of(
            "-cp",
            around.installation().commandClasspath(),
            StackMain.class.getName(),
            "--dir",
            around.home().stack().toString()));
    if (around.neighbours().embeddedKafka()) {
      command.addAll(List.of("--kafka", ports.kafka() + "," + ports.controller()));
    }
    if (around.neighbours().embeddedStore()) {
      command.addAll(List.of("--store", String.valueOf(ports.store())));
    }
    return spec(Part.STACK, command, Probe.logLine(StackMain.READY));
  }

  private ChildSpec service(Part part) {
    List<String> command = java(part);
    command.addAll(List.of("-jar", around.installation().runnable(part).toString()));
    return spec(part, command, ready(part));
  }

  private Probe ready(Part part) {
    return Probe.http(URI.create(around.ports().url(part) + "/q/health/ready"));
  }

  private ChildSpec demo() {
    List<String> command = java(Part.DEMO);
    command.addAll(List.of("-cp", around.installation().commandClasspath(), DEMO_MAIN));
    // Ready with its first days loaded: whoever signs in finds work, and services that have worked.
    return spec(Part.DEMO, command, ready(Part.DEMO));
  }

  private ChildSpec spec(Part part, List<String> command, Probe probe) {
    Home home = around.home();
    return new ChildSpec(part.id(), command, environment.of(part), home.log(part.id()), probe);
  }

  /**
   * One garbage collector thread each and the quick compiler alone: five of these share a laptop,
   * and the slow one would take most of its two cores for the first minutes. Half of each heap is
   * for new objects, which is what a batch is made of: the usual third is collected twice as often,
   * and every time the batch in hand is copied. Broker and store have theirs from the start; the
   * others grow into it.
   */
  private List<String> java(Part part) {
    return new ArrayList<>(
        List.of(
            Installation.java(),
            "-Xmx" + part.heapMb() + "m",
            "-Xms" + (part == Part.STACK ? part.heapMb() : part.heapMb() / 2) + "m",
            "-XX:NewRatio=1",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + around.home().crashReport("%p"),
            // The classifier's native library is unpacked once, not once a kill.
            "-Dfrontline.native.kept=true",
            "-Dfile.encoding=UTF-8"));
  }
}
