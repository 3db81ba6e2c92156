package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole of {@code frontline.yaml}. Secrets are never in it: they come from the environment.
 *
 * @param name the company's name
 * @param zone where its working day is
 * @param shape how the organisation answers: {@code centralised}, {@code distributed}, {@code
 *     hub-and-spoke}, {@code dandelion}, {@code holistic} or {@code solo}
 * @param themes what posts of any brand can be about; where no list stands, those that are known
 * @param sinks where alerts can go
 * @param alerts which department is told what
 * @param incidents what to do about a crisis
 * @param watchRules who is told when something holds; people add more
 */
public record Company(
    String name,
    ZoneId zone,
    String shape,
    List<Brand> brands,
    List<Listened> rivals,
    List<Listened> topics,
    List<Listened> campaigns,
    List<Department> departments,
    List<Person> people,
    List<Rule> rules,
    Sla sla,
    List<Source> sources,
    List<ListedTheme> themes,
    List<Sink> sinks,
    List<Alert> alerts,
    @Nullable IncidentPlan incidents,
    List<Watch> watchRules) {

  /** The queue of posts of which the classifier is unsure; the social lead owns it. */
  public static final String TRIAGE = "triage";

  private static final String CUSTOMER_SERVICE = "customer-service";
  private static final String PRESS = "pr";
  private static final String MARKETING = "marketing";

  public Company {
    brands = Lists.copy(brands);
    rivals = Lists.copy(rivals);
    topics = Lists.copy(topics);
    campaigns = Lists.copy(campaigns);
    departments = Lists.copy(departments);
    people = Lists.copy(people);
    rules = Lists.copy(rules);
    sources = Lists.copy(sources);
    themes = Lists.copy(themes);
    sinks = Lists.copy(sinks);
    alerts = Lists.copy(alerts);
    watchRules = Lists.copy(watchRules);
    incidents = incidents == null ? IncidentPlan.DEFAULT : incidents;
  }

  /** What to do about a crisis. */
  public IncidentPlan incidentPlan() {
    return incidents == null ? IncidentPlan.DEFAULT : incidents;
  }

  /** Who handles a crisis: who is named, else the press department, else who answers the rest. */
  public String incidentDepartment() {
    String named = incidentPlan().department();
    if (named != null) {
      return named;
    }
    return departments.stream().anyMatch(d -> d.id().equals(PRESS)) ? PRESS : fallbackDepartment();
  }

  /** Who may use a chance that passes: marketing, else who answers the rest. */
  public String opportunityDepartment() {
    return departments.stream().anyMatch(d -> d.id().equals(MARKETING))
        ? MARKETING
        : fallbackDepartment();
  }

  public Optional<Person> person(String id) {
    return people.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  public Optional<Source> source(String id) {
    return sources.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The account by which the brand speaks on the network; empty where none is named. */
  public Optional<String> account(String brand, String network) {
    return accounts(brand, network).stream().findFirst();
  }

  /** The brand's own accounts on the network, by id or handle, in their order. */
  public List<String> accounts(String brand, String network) {
    String prefix = network + ":";
    return brands.stream()
        .filter(b -> b.name().equals(brand))
        .flatMap(b -> b.accounts().stream())
        .filter(a -> a.startsWith(prefix))
        .map(a -> a.substring(prefix.length()))
        .toList();
  }

  /** Who answers what nobody else does: customer service, else the first department. */
  public String fallbackDepartment() {
    List<String> ids = departments.stream().map(Department::id).toList();
    return ids.contains(CUSTOMER_SERVICE) || ids.isEmpty() ? CUSTOMER_SERVICE : ids.get(0);
  }

  /** Ids of all departments' queues, triage included. */
  public List<String> queues() {
    return Stream.concat(departments.stream().map(Department::id), Stream.of(TRIAGE))
        .distinct()
        .toList();
  }

  /**
   * A brand that the company answers for.
   *
   * @param terms words by which people name it; matched whole, case and accents folded
   * @param products names that mean this brand's things
   * @param accounts its own accounts, as {@code network:author id or handle}: their posts never
   *     open a case
   * @param themes what its posts can be about besides the company's
   * @param knownIssues what is known to be wrong with its things
   */
  public record Brand(
      String name,
      List<String> terms,
      List<String> products,
      List<String> accounts,
      List<ListedTheme> themes,
      List<KnownIssue> knownIssues) {
    public Brand {
      terms = Lists.copy(terms);
      products = Lists.copy(products);
      accounts = Lists.copy(accounts);
      themes = Lists.copy(themes);
      knownIssues = Lists.copy(knownIssues);
    }
  }

  /**
   * A rival, topic or campaign that is listened to.
   *
   * @param trial how long it is only tried out; null where it is not
   */
  public record Listened(String name, List<String> terms, @Nullable Duration trial) {
    public Listened {
      terms = Lists.copy(terms);
    }
  }

  /**
   * A department that answers.
   *
   * @param id as in topic names and paths, such as {@code customer-service}
   */
  public record Department(String id, String name) {}

  /**
   * Somebody who works with Frontline.
   *
   * @param id the sign-in name
   * @param roles any of {@code agent sales pr marketing executive social-lead ops admin}
   * @param departments whose queues they answer
   * @param skills what they know: labels, themes or words that rules name
   * @param languages BCP-47 of what they can answer in, best first
   * @param capacity cases in hand at a time
   * @param shifts when they are there; empty means always
   * @param mail address for alerts; null where none is known
   */
  public record Person(
      String id,
      String name,
      List<String> roles,
      List<String> departments,
      List<String> skills,
      List<String> languages,
      @Nullable Integer capacity,
      List<Shift> shifts,
      @Nullable String mail) {
    public Person {
      roles = Lists.copy(roles);
      departments = Lists.copy(departments);
      skills = Lists.copy(skills);
      languages = Lists.copy(languages);
      capacity = capacity == null ? 10 : capacity;
      shifts = Lists.copy(shifts);
    }
  }

  /**
   * Working hours as {@code HH:mm} in the company's zone; {@code to} before {@code from} runs over
   * midnight, which is {@code 24:00} as an end.
   *
   * @param days {@code mon} to {@code sun}; empty means every day
   */
  public record Shift(List<String> days, String from, String to) {
    public Shift {
      days = Lists.copy(days);
    }
  }

  /**
   * A routing rule; the first whose condition (CEL) holds decides. Exactly one of {@code
   * department}, {@code file} and {@code triage} says where to.
   *
   * @param name shown wherever the rule decided
   * @param skills people who know these are preferred
   * @param opportunity the case is a chance to win a rival's customer
   */
  public record Rule(
      String name,
      String when,
      @Nullable String department,
      boolean file,
      boolean triage,
      @Nullable String priority,
      List<String> skills,
      boolean opportunity) {
    public Rule {
      skills = Lists.copy(skills);
    }
  }

  /**
   * First-response promises, as ISO-8601 durations.
   *
   * @param triage how long a post may wait in triage before customer service gets it
   */
  public record Sla(
      Duration urgent, Duration high, Duration normal, Duration low, Duration triage) {}
}
