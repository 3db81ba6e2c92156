package dev.frontline.classify.learning;

import dev.frontline.classify.correction.HumanLabels;
import dev.frontline.classify.rows.ConfirmedRows;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that may be learned from now: what people said, and what they left standing. */
@ApplicationScoped
class Rows {

  private final HumanLabels human;
  private final ConfirmedRows confirmed;
  private final Company company;
  private final LearningConfig config;

  @Inject
  Rows(HumanLabels human, ConfirmedRows confirmed, Company company, LearningConfig config) {
    this.human = human;
    this.confirmed = confirmed;
    this.company = company;
    this.config = config;
  }

  /** One row a post; a person's word counts before what anybody left standing. */
  List<TrainingRow> all() {
    Map<String, TrainingRow> rows = new LinkedHashMap<>();
    for (TrainingRow row : human.rows()) {
      if (allowed(row)) {
        rows.put(row.mentionId(), row);
      }
    }
    for (TrainingRow row : confirmed.newest(config.mostLeftStanding())) {
      if (allowed(row)) {
        rows.merge(row.mentionId(), row, TrainingRow::and);
      }
    }
    return new ArrayList<>(rows.values());
  }

  /** A source whose terms changed takes its rows along, though they were kept in good faith. */
  private boolean allowed(TrainingRow row) {
    String source = row.source();
    return source == null
        || company.source(source).map(s -> s.mayTrain() && s.mayScore()).orElse(true);
  }
}
