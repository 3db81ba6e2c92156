package dev.frontline.kit.token;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who asks in the running request; set by {@link InternalTokenFilter}. */
@RequestScoped
public class CurrentCaller {

  private @Nullable Caller caller;

  /**
   * @throws IllegalStateException on a path that needs no token
   */
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("this path was reached without an internal token");
    }
    return caller;
  }

  void set(Caller caller) {
    this.caller = caller;
  }
}
