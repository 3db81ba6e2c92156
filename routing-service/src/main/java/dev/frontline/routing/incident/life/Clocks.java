package dev.frontline.routing.incident.life;

import dev.frontline.routing.timer.Timer;
import java.time.Instant;

/** The timers of an incident. */
public final class Clocks {

  public static final String ACKNOWLEDGEMENT = "incident-acknowledgement";
  public static final String EXPIRY = "opportunity-expiry";
  public static final String PAUSE = "incident-pause";

  private Clocks() {}

  /**
   * @param turn 1 for the first deadline, one more with each escalation
   */
  static Timer acknowledgement(String incidentId, int turn, Instant at) {
    return new Timer(incidentId + "#ack#" + turn, ACKNOWLEDGEMENT, incidentId, at);
  }

  static Timer expiry(String incidentId, Instant at) {
    return new Timer(incidentId + "#expiry", EXPIRY, incidentId, at);
  }

  /**
   * @param version at which planned messages were paused or let go: one message each
   */
  static Timer pause(String incidentId, long version, Instant at) {
    return new Timer(incidentId + "#pause#" + version, PAUSE, incidentId, at);
  }
}
