package dev.frontline.routing.policy;

import dev.frontline.contracts.Lists;
import dev.frontline.kit.company.Company;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who gets a case: of the department's people on shift with room for one more, who speaks
 * its language, then who knows most of what it needs, then who has least in hand, then by id.
 * People who only lead or run things step in where nobody else can.
 */
public final class Assignment {

  private Assignment() {}

  /**
   * Who gets it.
   *
   * @param why sentences: why this person, and why not each of the others
   */
  public record Assigned(String user, List<String> why) {
    public Assigned {
      why = Lists.copy(why);
    }
  }

  /**
   * @param lang BCP-47 of the post, null where unknown
   * @param skills what the rule asks for; nobody is left out for lacking them
   * @param load cases in hand by person; absent means none
   * @return empty where nobody of the department is there with room for one more
   */
  public static Optional<Assigned> assign(
      Company company,
      String department,
      @Nullable String lang,
      List<String> skills,
      Map<String, Integer> load,
      Instant now) {
    List<Candidate> considered =
        company.people().stream()
            .filter(p -> p.departments().contains(department))
            .map(p -> Candidate.of(p, company.zone(), lang, skills, load, now))
            .toList();
    return considered.stream()
        .filter(Candidate::available)
        .min(
            Comparator.comparing(Candidate::standsBy)
                .thenComparing(Candidate::speaks, Comparator.reverseOrder())
                .thenComparing(Candidate::knows, Comparator.comparing(k -> -k.size()))
                .thenComparing(Candidate::inHand)
                .thenComparing(c -> c.person().id()))
        .map(
            best ->
                new Assigned(
                    best.person().id(), AssignmentReasons.of(best, considered, lang, skills)));
  }
}
