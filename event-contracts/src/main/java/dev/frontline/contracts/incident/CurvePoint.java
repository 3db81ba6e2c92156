package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;

/**
 * A piece of a curve.
 *
 * @param at its begin
 * @param minutes how long it is
 * @param counted posts that came
 * @param usual posts that usually come
 */
public record CurvePoint(Instant at, int minutes, double counted, double usual) {

  public CurvePoint {
    Required.value("curve.at", at);
  }
}
