package dev.frontline.local.run;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Neighbours;
import dev.frontline.local.place.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;

/** What must hold before anything is started; each refusal is one line that says what to do. */
final class Preflight {

  private static final long LEAST_MB = 500;

  private Preflight() {}

  /**
   * @throws Trouble for the first thing that does not hold
   */
  static void check(Surroundings around, boolean demo) {
    Part.services().forEach(around.installation()::runnable);
    disk(around);
    for (Map.Entry<String, Integer> port : around.ports().byVariable().entrySet()) {
      if (needed(port.getKey(), around.neighbours(), demo) && !free(port.getValue())) {
        throw new Trouble(
            "port %d is in use by another program: stop that one, or set %s to a free port"
                .formatted(port.getValue(), port.getKey()));
      }
    }
  }

  private static void disk(Surroundings around) {
    try {
      Files.createDirectories(around.home().directory());
      long free = Files.getFileStore(around.home().directory()).getUsableSpace() >> 20;
      if (free < LEAST_MB) {
        throw new Trouble(
            "the disk is nearly full: %d MB free where %s is, %d MB are needed"
                .formatted(free, around.home().directory(), LEAST_MB));
      }
    } catch (IOException e) {
      throw new Trouble("cannot write to " + around.home().directory() + ": " + e.getMessage(), e);
    }
  }

  private static boolean needed(String variable, Neighbours neighbours, boolean demo) {
    return switch (variable) {
      case "FRONTLINE_KAFKA_PORT", "FRONTLINE_CONTROLLER_PORT" -> neighbours.embeddedKafka();
      case "FRONTLINE_STORE_PORT" -> neighbours.embeddedStore();
      case "FRONTLINE_DEMO_PORT" -> demo;
      default -> true;
    };
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
