package dev.frontline.routing.notification.sink;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said, or why nothing is: exactly one of the two.
 *
 * @param instead what the try counts as where there is nothing to say
 */
public record Wording(@Nullable Message message, @Nullable Answer instead) {

  public static Wording say(Message message) {
    return new Wording(message, null);
  }

  public static Wording nothing(Answer instead) {
    return new Wording(null, instead);
  }
}
