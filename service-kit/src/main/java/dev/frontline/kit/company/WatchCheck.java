package dev.frontline.kit.company;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold in {@code watchRules}. */
final class WatchCheck {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private final Problems problems;

  WatchCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Company company) {
    Spot spot = Spot.top("watchRules");
    List<Watch> rules = company.watchRules();
    problems.unique(spot, rules.stream().map(r -> r.id() == null ? "" : r.id()).toList(), "id");
    for (int i = 0; i < rules.size(); i++) {
      check(spot.item(i, rules.get(i).id()), rules.get(i), company);
    }
  }

  private void check(Spot at, Watch rule, Company company) {
    problems.matches(at.field("id"), rule.id(), CompanyCheck.ID, CompanyCheck.ID_ALLOWED);
    problems.present(at.field("name"), rule.name(), "what people call it");
    WatchTerms.Read read = WatchTerms.read(rule.when());
    if (read.terms().isEmpty()) {
      problems.add(at.field("when"), read.wrong() + "; allowed: " + read.allowed());
    }
    if (rule.brand() != null) {
      problems.oneOf(
          at.field("brand"),
          rule.brand(),
          company.brands().stream().map(Company.Brand::name).toList());
    }
    if (rule.department() != null) {
      problems.oneOf(at.field("department"), rule.department(), company.queues());
    }
    problems.eachOneOf(
        at.field("people"), rule.people(), company.people().stream().map(p -> p.id()).toList());
    if (rule.department() == null && rule.people().isEmpty()) {
      problems.add(at, "tells nobody; name a department or people");
    }
    Duration coolDown = rule.coolDown();
    if (coolDown != null
        && (coolDown.compareTo(Watch.SHORTEST_COOL_DOWN) < 0
            || coolDown.compareTo(Watch.LONGEST_COOL_DOWN) > 0)) {
      problems.add(at.field("coolDown"), coolDown + " is not between PT5M and P7D");
    }
    Alert.Quiet quiet = rule.quiet();
    if (quiet != null) {
      String allowed = "a time of day from \"00:00\" to \"23:59\"";
      problems.matches(at.field("quiet").field("from"), quiet.from(), TIME, allowed);
      problems.matches(at.field("quiet").field("to"), quiet.to(), TIME, allowed);
      if (quiet.from() != null && quiet.from().equals(quiet.to())) {
        problems.add(at.field("quiet"), "starts when it ends; leave it out for no quiet hours");
      }
    }
  }
}
