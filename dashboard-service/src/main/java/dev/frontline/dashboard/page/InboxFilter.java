package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.inbox.CaseQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the inbox shows, as it stands in the page's address; empty means any. */
public class InboxFilter {

  @QueryParam("department")
  @DefaultValue("")
  public String department = "";

  @QueryParam("state")
  @DefaultValue("open")
  public String state = "open";

  @QueryParam("assignee")
  @DefaultValue("")
  public String assignee = "";

  @QueryParam("label")
  @DefaultValue("")
  public String label = "";

  @QueryParam("theme")
  @DefaultValue("")
  public String theme = "";

  @QueryParam("network")
  @DefaultValue("")
  public String network = "";

  @QueryParam("q")
  @DefaultValue("")
  public String q = "";

  @QueryParam("page")
  @DefaultValue("1")
  public int page = 1;

  CaseQuery query(Viewer viewer) {
    return new CaseQuery(
        viewer.visible(),
        some(department),
        state.equals("any") ? null : some(state),
        assignee.equals("me") ? viewer.id() : some(assignee),
        some(label),
        some(theme),
        some(network),
        some(q));
  }

  /** This list's address with another page. */
  public String at(int other) {
    return "/inbox?" + parameters() + "&page=" + other;
  }

  /** The filters as they stand in an address. */
  public String parameters() {
    return "department="
        + encoded(department)
        + "&state="
        + encoded(state)
        + "&assignee="
        + encoded(assignee)
        + "&label="
        + encoded(label)
        + "&theme="
        + encoded(theme)
        + "&network="
        + encoded(network)
        + "&q="
        + encoded(q);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static @Nullable String some(String value) {
    return value.isBlank() ? null : value;
  }
}
