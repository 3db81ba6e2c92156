package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes what stands around a page. */
@ApplicationScoped
class Frames {

  private final Company company;
  private final CurrentViewer viewer;
  private final Sessions sessions;
  private final Clock clock;
  private final boolean demo;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> departments = new LinkedHashMap<>();

  @Inject
  Frames(
      Company company,
      CurrentViewer viewer,
      Sessions sessions,
      Clock clock,
      @ConfigProperty(name = "frontline.demo") boolean demo) {
    this.company = company;
    this.viewer = viewer;
    this.sessions = sessions;
    this.clock = clock;
    this.demo = demo;
    company.people().forEach(p -> names.put(p.id(), p.name()));
    departments.put(Company.TRIAGE, "Triage");
    company.departments().forEach(d -> departments.put(d.id(), d.name()));
  }

  /**
   * @param session the session cookie's value, null for a reader by HTTP Basic
   */
  Frame of(@Nullable String session) {
    return new Frame(
        company.name(),
        viewer.get(),
        session == null ? "" : sessions.csrfToken(session),
        company.zone(),
        clock.instant(),
        names,
        departments,
        demo,
        demo ? people() : List.of());
  }

  /** Who may own a case of the department. */
  List<Frame.Choice> members(String department) {
    boolean triage = department.equals(Company.TRIAGE);
    return company.people().stream()
        .filter(
            p ->
                p.departments().contains(department)
                    || (triage && p.roles().contains("social-lead")))
        .map(p -> new Frame.Choice(p.id(), p.name()))
        .toList();
  }

  private List<Frame.Choice> people() {
    return company.people().stream()
        .map(p -> new Frame.Choice(p.id(), p.name() + " \u00b7 " + String.join(", ", p.roles())))
        .toList();
  }
}
