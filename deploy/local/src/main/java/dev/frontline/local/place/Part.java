package dev.frontline.local.place;

import java.util.List;
import java.util.Locale;

/** The processes of the stack, in the order in which a person meets them. */
public enum Part {
  /** Broker and store in one process. */
  STACK(1024),
  CLASSIFY(768),
  ROUTING(384),
  INGEST(256),
  DASHBOARD(256),
  /** The sample company's network and its player. */
  DEMO(128);

  private final int heapMb;

  Part(int heapMb) {
    this.heapMb = heapMb;
  }

  /** The four services. */
  public static List<Part> services() {
    return List.of(CLASSIFY, ROUTING, INGEST, DASHBOARD);
  }

  /** As in commands, log files and instance names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Most heap that the process may take, in MB: all together stay below 3 GB resident. */
  public int heapMb() {
    return heapMb;
  }
}
