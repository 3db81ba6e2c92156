package dev.frontline.routing.notification.sink;

import java.time.Duration;

/** Speaks to one sink. Called by one thread at a time; returns within the sink's timeout. */
public interface Sender {

  Answer send(Message message);

  /** Whether it answers at all, asked without handing it anything. */
  boolean answers();

  /** Whether a message that is sent again under its key is not shown again. */
  boolean takesKeys();

  /** The least time between two messages that its makers ask for. */
  Duration pace();

  /** How long a try may last. */
  Duration timeout();
}
