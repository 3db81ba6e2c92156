package dev.frontline.classify.model;

import java.util.function.Supplier;

/** The adaptation that judges now; it may be swapped while posts are judged. */
public final class Active implements Supplier<Adaptation> {

  private volatile Adaptation now = Adaptation.NONE;

  @Override
  public Adaptation get() {
    return now;
  }

  public void become(Adaptation next) {
    now = next;
  }
}
