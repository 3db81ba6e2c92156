package dev.frontline.kit.speaking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answers a post, or why nobody does from here. */
public sealed interface Choice {

  /**
   * The account speaks.
   *
   * @param account its handle; null for the source's own, which has no name here
   */
  record Speaks(@Nullable String account) implements Choice {}

  /** No account of that name is connected. */
  record Nobody(String detail, List<String> allowed) implements Choice {}

  /** They may not speak by that account. */
  record MayNot(String detail, List<String> allowed) implements Choice {}

  /** It cannot be answered from here, whoever asks: it is answered on the network itself. */
  record Elsewhere(String detail) implements Choice {}
}
