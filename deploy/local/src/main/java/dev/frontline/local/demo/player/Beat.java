package dev.frontline.local.demo.player;

/**
 * One stop of the story that the dashboard's bar shows.
 *
 * @param hours when it is reached, in hours before the story's end
 * @param text one or two sentences; {@code {heard}} and {@code {cases}} stand for figures as
 *     counted now
 * @param link what it is about, see {@link Link}
 */
record Beat(String id, double hours, String title, String text, Link link) {

  /**
   * Where the bar's button leads.
   *
   * @param kind {@code mention} (target: its key), {@code network} (target: a whole address),
   *     {@code inbox} (target: a department), {@code now} or {@code ops}
   */
  record Link(String kind, String target) {}
}
