package dev.frontline.routing.notification;

/** How pressing a notice is, most pressing first: that is the order in which a sink gets them. */
public enum Urgency {
  CRITICAL,
  HIGH,
  NORMAL
}
