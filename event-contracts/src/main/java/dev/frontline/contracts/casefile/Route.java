package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.util.List;

/**
 * Why a case is where it is.
 *
 * @param rule name of the rule that sent it there, or {@code person} where a person did
 * @param why sentences: what the rule met, who was considered and why that one
 */
public record Route(String rule, List<String> why) {

  public Route {
    Required.text("route.rule", rule);
    why = Lists.copy(why);
  }
}
