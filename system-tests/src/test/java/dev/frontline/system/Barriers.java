package dev.frontline.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Node;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps people out who see, hear or move otherwise, as axe finds it. */
final class Barriers {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Barriers() {}

  /** The serious and critical ones, each with where it stands. */
  static List<String> on(Page page, String name) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> name + ": " + rule.getId() + " at " + places(rule))
            .toList();
  }

  private static String places(Rule rule) {
    return rule.getNodes().stream().limit(5).map(Node::getHtml).collect(Collectors.joining(", "));
  }
}
