package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A watch rule's form: what routing takes of it, and what stands in it again after a refusal. */
final class WatchRuleForm {

  private WatchRuleForm() {}

  static ObjectNode rule(MultivaluedMap<String, String> form) {
    ObjectNode rule = Json.MAPPER.createObjectNode();
    String version = text(form, "version");
    rule.put("version", version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0);
    for (String field : List.of("name", "when", "brand", "department", "coolDown")) {
      rule.put(field, text(form, field));
    }
    rule.putArray("people");
    @Nullable List<String> people = form.get("people");
    if (people != null) {
      people.forEach(rule.withArray("people")::add);
    }
    if (!text(form, "from").isEmpty() || !text(form, "to").isEmpty()) {
      rule.putObject("quiet").put("from", text(form, "from")).put("to", text(form, "to"));
    }
    return rule;
  }

  static WatchRuleView again(ObjectNode rule) {
    List<String> people = new ArrayList<>();
    rule.path("people").forEach(p -> people.add(p.asText()));
    return new WatchRuleView(
        "",
        0,
        rule.path("name").asText(),
        rule.path("when").asText(),
        rule.path("brand").asText(),
        rule.path("department").asText(),
        people,
        rule.path("quiet").path("from").asText(""),
        rule.path("quiet").path("to").asText(""),
        rule.path("coolDown").asText(),
        false,
        "",
        true,
        List.of());
  }

  static String text(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value.strip();
  }
}
