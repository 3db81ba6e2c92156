package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What stands around every page.
 *
 * @param csrf the token that the page's changing requests carry
 * @param zone in which times are shown
 * @param names of people by id
 * @param departmentNames by id
 * @param demo whether the story bar and the switch between people are shown
 * @param people whom the demo's switch offers
 */
public record Frame(
    String company,
    Viewer viewer,
    String csrf,
    ZoneId zone,
    Instant now,
    Map<String, String> names,
    Map<String, String> departmentNames,
    boolean demo,
    List<Choice> people) {

  /** A value to choose, with what people read. */
  public record Choice(String value, String text) {}

  public String name(String id) {
    return names.getOrDefault(id, id);
  }

  public String department(String id) {
    return departmentNames.getOrDefault(id, id);
  }
}
