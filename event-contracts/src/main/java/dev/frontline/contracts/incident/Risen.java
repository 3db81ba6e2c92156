package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;

/**
 * One thing that rose.
 *
 * @param posts posts of the rise that have it; people reached for an account
 * @param times how many times its usual share; 0 where it is new
 */
public record Risen(String name, long posts, double times) {

  public Risen {
    Required.text("risen.name", name);
  }
}
