package dev.frontline.classify.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says what the shipped model makes of a post. Safe for use by several threads. */
public interface Priors {

  /**
   * @param matched names of what the post's listening queries stand for
   * @param told the language that the network tells, null where it does not
   */
  Prior of(String text, Collection<String> matched, @Nullable String told);

  /** Version of the shipped model. */
  String base();
}
