package dev.frontline.classify.wiring;

import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.theme.Lexicon;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Reads the words of the company and its brands. */
@ApplicationScoped
class ThemeBeans {

  @Produces
  @Singleton
  Lexicon lexicon(Company company, Tier0Model model) {
    return new Lexicon(
        company,
        model.verdicts().stream()
            .collect(Collectors.toMap(Verdict::label, v -> (double) v.threshold())));
  }
}
