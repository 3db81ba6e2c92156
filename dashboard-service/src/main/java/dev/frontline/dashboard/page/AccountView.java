package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connected account on a page.
 *
 * @param link its page on the network, null where that is no web address
 * @param what a person has to do, empty where nothing
 * @param expires ISO time of its end, empty where it has none
 * @param roles all of the company, those who may speak by it marked
 */
public record AccountView(
    String id,
    String source,
    String network,
    String handle,
    String name,
    @Nullable String link,
    String state,
    String what,
    boolean posts,
    List<String> scopes,
    boolean renews,
    String expires,
    String connectedBy,
    boolean first,
    List<Role> roles) {

  /** A role of the company. */
  public record Role(String name, boolean may) {}

  static List<AccountView> all(JsonNode book, List<String> companysRoles) {
    List<AccountView> all = new ArrayList<>();
    for (JsonNode a : book.path("accounts")) {
      List<String> may = texts(a.path("roles"));
      all.add(
          new AccountView(
              a.path("id").asText(),
              a.path("source").asText(),
              a.path("network").asText(),
              a.path("handle").asText(),
              a.path("name").isTextual() ? a.path("name").asText() : "",
              PostView.web(a.path("link").isTextual() ? a.path("link").asText() : null),
              a.path("state").asText(),
              a.path("what").isTextual() ? a.path("what").asText() : "",
              a.path("posts").asBoolean(),
              texts(a.path("scopes")),
              a.path("renews").asBoolean(),
              a.path("expiresAt").isTextual() ? a.path("expiresAt").asText() : "",
              a.path("connectedBy").asText(),
              a.path("first").asBoolean(),
              companysRoles.stream().map(r -> new Role(r, may.contains(r))).toList()));
    }
    return all;
  }

  /** Whether it works. */
  public boolean isGood() {
    return what.isEmpty();
  }

  /** Who may speak by it, in words. */
  public String speakers() {
    List<String> may = roles.stream().filter(Role::may).map(Role::name).toList();
    return may.isEmpty() ? "everybody" : String.join(", ", may);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
