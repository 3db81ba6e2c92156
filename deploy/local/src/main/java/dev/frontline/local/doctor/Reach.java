package dev.frontline.local.doctor;

import dev.frontline.local.place.Neighbours;
import dev.frontline.local.place.Part;
import dev.frontline.local.run.StackState;
import dev.frontline.local.run.Surroundings;
import dev.frontline.local.supervise.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Broker, store and services: who listens where, and whether they are well. */
final class Reach {

  private static final int TIMEOUT_MS = 2_000;
  private static final Pattern FIRST_ADDRESS =
      Pattern.compile("^(?:[a-z+]+://)?(?:[^@/]*@)?([^:,/?]+):(\\d+)");

  private Reach() {}

  static List<Finding> examine(Surroundings around) {
    boolean running = StackState.read(around.home()).filter(StackState::supervised).isPresent();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        running
            ? Finding.ok("stack", "is up, its data in " + around.home().directory())
            : Finding.note("stack", "is not running; ./frontline up starts it"));
    Neighbours neighbours = around.neighbours();
    findings.add(listener("Kafka", neighbours.kafka(), neighbours.embeddedKafka(), running));
    findings.add(listener("store", neighbours.storeUri(), neighbours.embeddedStore(), running));
    for (Part part : Part.services()) {
      findings.add(service(part, around, running));
    }
    return findings;
  }

  private static Finding listener(String what, String where, boolean embedded, boolean running) {
    String detail = (embedded ? "embedded, " : "yours, ") + hidden(where);
    boolean answers = answers(where);
    if (embedded && !running) {
      return answers
          ? Finding.wrong(what, detail + ": another program listens there")
          : Finding.note(what, detail + ": starts with the stack");
    }
    return answers ? Finding.ok(what, detail) : Finding.wrong(what, detail + ": does not answer");
  }

  private static Finding service(Part part, Surroundings around, boolean running) {
    String url = around.ports().url(part);
    if (!running) {
      return answers(url)
          ? Finding.wrong(
              part.id(),
              "%s: another program listens there; set FRONTLINE_%s_PORT"
                  .formatted(url, part.name()))
          : Finding.note(part.id(), url + ": starts with the stack");
    }
    boolean ready = Probe.http(URI.create(url + "/q/health/ready")).ready(Path.of("/dev/null"), 0);
    return ready
        ? Finding.ok(part.id(), url)
        : Finding.wrong(part.id(), url + ": not ready; ./frontline logs " + part.id());
  }

  /** Without user and password, which a connection string may hold. */
  static String hidden(String address) {
    return address.replaceFirst("//[^@/]*@", "//…@");
  }

  static boolean answers(String address) {
    Matcher first = FIRST_ADDRESS.matcher(address);
    if (!first.find()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(first.group(1), Integer.parseInt(first.group(2))), TIMEOUT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
