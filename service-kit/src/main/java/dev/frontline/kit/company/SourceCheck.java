package dev.frontline.kit.company;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks where a company's posts come from. */
final class SourceCheck {

  private static final String SPEND_CAP = "spendCap";
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private final Problems problems;
  private final List<String> brands;

  SourceCheck(Problems problems, List<String> brands) {
    this.problems = problems;
    this.brands = brands;
  }

  void check(List<Source> sources) {
    Spot spot = Spot.top("sources");
    problems.unique(spot, sources.stream().map(s -> s.id() == null ? "" : s.id()).toList(), "id");
    Map<String, String> byVariable = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      if ("webhook".equals(sources.get(i).kind())) {
        variable(spot.item(i, sources.get(i).id()), sources.get(i).id(), byVariable);
      }
      check(spot.item(i, sources.get(i).id()), sources.get(i));
    }
  }

  private void check(Spot spot, Source source) {
    problems.matches(
        spot.field("id"),
        source.id(),
        ID,
        "letters, digits, hyphens and underscores, at most 63: it stands in addresses");
    problems.oneOf(spot.field("kind"), source.kind(), SourceKind.ALL.keySet());
    if (source.brand() != null) {
      problems.oneOf(spot.field("brand"), source.brand(), brands);
    }
    SourceKind kind = SourceKind.ALL.get(String.valueOf(source.kind()));
    if (kind != null) {
      settings(spot, source, kind);
    }
    address(spot.field("url"), source.url());
    address(spot.field("replyUrl"), source.replyUrl());
    problems.positive(spot.field("every"), source.every());
    problems.positive(spot.field("silence"), source.silence());
    problems.positive(spot.field("kept"), source.kept());
    problems.positive(spot.field("trial"), source.trial());
  }

  private void settings(Spot spot, Source source, SourceKind kind) {
    if (kind.needsUrl() && source.url() == null) {
      problems.add(spot.field("url"), "is missing; " + kind.url());
    }
    for (String name : source.settings().keySet()) {
      problems.oneOf(spot.field("settings").field(name), name, kind.settings());
    }
    String cap = source.settings().get(SPEND_CAP);
    if (cap != null && !AMOUNT.matcher(cap).matches()) {
      problems.add(
          spot.field("settings").field(SPEND_CAP),
          "'" + cap + "' is no amount of US dollars a month, such as 50 or 7.5");
    }
    answerRoles(spot.field("settings").field(SourceKind.ANSWER_ROLES), source);
    for (String name : kind.required()) {
      problems.present(
          spot.field("settings").field(name), source.settings().get(name), "this kind needs it");
    }
  }

  private void answerRoles(Spot spot, Source source) {
    String written = source.settings().get(SourceKind.ANSWER_ROLES);
    if (written != null && source.answerRoles().isEmpty()) {
      problems.add(spot, "'" + written + "' names no role; " + PeopleCheck.ROLES + " are allowed");
    }
    source.answerRoles().forEach(role -> problems.oneOf(spot, role, PeopleCheck.ROLES));
  }

  /** Ids of webhooks name the variables of their secrets, where case and hyphens are lost. */
  private void variable(Spot spot, @Nullable String id, Map<String, String> byVariable) {
    if (id != null) {
      String other = byVariable.putIfAbsent(id.toUpperCase(Locale.ROOT).replace('-', '_'), id);
      if (other != null && !other.equals(id)) {
        problems.add(
            spot.field("id"),
            "'" + id + "' differs from '" + other + "' only in case, hyphens or underscores");
      }
    }
  }

  private void address(Spot spot, @Nullable String url) {
    if (url != null && !isWeb(url)) {
      problems.add(spot, "'" + url + "' is not an address starting with http:// or https://");
    }
  }

  private static boolean isWeb(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
