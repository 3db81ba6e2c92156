package dev.frontline.local.demo.player;

import org.jspecify.annotations.Nullable;

/**
 * One stop of the story that the dashboard's bar shows.
 *
 * @param hours when it is reached, in hours before the story's end
 * @param text a few sentences; {@code {heard}} and {@code {cases}} stand for figures as counted
 *     now, {@code {why}} for the reasons of where the post went
 * @param link what it is about, see {@link Link}
 * @param post id of the mention whose reasons are quoted, null for none
 */
record Beat(String id, double hours, String title, String text, Link link, @Nullable String post) {

  Beat(String id, double hours, String title, String text, Link link) {
    this(id, hours, title, text, link, null);
  }

  /**
   * Where the bar's button leads.
   *
   * @param kind {@code mention} (target: its key), {@code network} (target: a whole address),
   *     {@code inbox} (target: a department), {@code incidents}, {@code now} or {@code ops}
   */
  record Link(String kind, String target) {}
}
