package dev.frontline.local.place;

import dev.frontline.local.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where every part listens on the loopback; each can be moved by its environment variable. */
public record Ports(
    int dashboard,
    int ingest,
    int classify,
    int routing,
    int demo,
    int kafka,
    int controller,
    int store) {

  /**
   * Reads {@code FRONTLINE_DASHBOARD_PORT} and its like; what is not set has its usual place.
   *
   * @throws Trouble naming a variable that is no port
   */
  public static Ports from(Map<String, String> environment) {
    return new Ports(
        port(environment, "DASHBOARD", 8080),
        port(environment, "INGEST", 8081),
        port(environment, "CLASSIFY", 8082),
        port(environment, "ROUTING", 8083),
        port(environment, "DEMO", 8084),
        port(environment, "KAFKA", 19092),
        port(environment, "CONTROLLER", 19093),
        port(environment, "STORE", 17017));
  }

  /** The port of a service or of the demo. */
  public int of(Part part) {
    return switch (part) {
      case DASHBOARD -> dashboard;
      case INGEST -> ingest;
      case CLASSIFY -> classify;
      case ROUTING -> routing;
      case DEMO -> demo;
      case STACK -> throw new IllegalArgumentException("broker and store have a port each");
    };
  }

  /** Where a browser or another service finds the part. */
  public String url(Part part) {
    return "http://127.0.0.1:" + of(part);
  }

  /** All of them by the environment variable that moves each. */
  public Map<String, Integer> byVariable() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put(variable("DASHBOARD"), dashboard);
    all.put(variable("INGEST"), ingest);
    all.put(variable("CLASSIFY"), classify);
    all.put(variable("ROUTING"), routing);
    all.put(variable("DEMO"), demo);
    all.put(variable("KAFKA"), kafka);
    all.put(variable("CONTROLLER"), controller);
    all.put(variable("STORE"), store);
    return all;
  }

  private static String variable(String part) {
    return "FRONTLINE_" + part + "_PORT";
  }

  private static int port(Map<String, String> environment, String part, int usual) {
    String value = environment.get(variable(part));
    if (value == null || value.isBlank()) {
      return usual;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new Trouble(variable(part) + " must be a port (1 to 65535), not " + value, e);
    }
    throw new Trouble(variable(part) + " must be a port (1 to 65535), not " + value);
  }
}
