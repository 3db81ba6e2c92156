package dev.frontline.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.Fixture;
import dev.frontline.dashboard.readmodel.StoredMention;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialReportTest {

  private static final Instant BEGUN = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant END = Instant.parse("2026-03-12T12:00:00Z");
  private static final Match TRIED = new Match("q1", Match.Kind.BRAND, "Aurora", true);

  @Test
  void aSourcesReportCountsLabelsLeadsAndWhatNobodyElseBrought() {
    TrialReport report =
        TrialReport.of(
            trial("source:masto", 2),
            List.of(
                post("1", null, List.of(TRIED), "complaint"),
                post("2", null, List.of(TRIED), "lead", "question"),
                post("3", "mastodon:other", List.of(TRIED), "complaint"),
                post("4", "mastodon:unknown", List.of(TRIED), "praise")),
            Set.of("mastodon:other"),
            4,
            END);

    assertThat(report.posts()).isEqualTo(6);
    assertThat(report.labels()).containsEntry("complaint", 2).containsEntry("praise", 1);
    assertThat(report.wantAnswers()).isEqualTo(3);
    assertThat(report.leads()).isEqualTo(1);
    assertThat(report.heardElsewhere()).isEqualTo(3);
    assertThat(report.notHeardElsewhere()).isEqualTo(0.5, offset(1e-9));
    assertThat(report.minutes()).isEqualTo(12);
    assertThat(report.minutesPerDay()).isEqualTo(1.2);
    assertThat(report.cost()).isEqualTo(2.5);
  }

  @Test
  void aQuerysPostThatAnotherQueryFoundIsHeardElsewhere() {
    Match forGood = new Match("q2", Match.Kind.BRAND, "Aurora");

    TrialReport report =
        TrialReport.of(
            trial("query:q1", 0),
            List.of(
                post("1", null, List.of(TRIED, forGood), "complaint"),
                post("2", null, List.of(TRIED), "complaint")),
            Set.of(),
            4,
            END);

    assertThat(report.notHeardElsewhere()).isEqualTo(0.5, offset(1e-9));
  }

  @Test
  void aTrialThatBroughtNothingHasNoShare() {
    TrialReport report = TrialReport.of(trial("source:masto", 0), List.of(), Set.of(), 4, BEGUN);

    assertThat(report.posts()).isZero();
    assertThat(report.notHeardElsewhere()).isNull();
    assertThat(report.minutesPerDay()).isZero();
  }

  private static JsonNode trial(String of, int others) {
    ObjectNode trial = Json.MAPPER.createObjectNode();
    return trial
        .put("of", of)
        .put("name", "masto")
        .put("state", "running")
        .put("since", BEGUN.toString())
        .put("until", END.plusSeconds(86_400).toString())
        .put("broughtByOthersToo", others)
        .put("cost", 2.5);
  }

  private static StoredMention post(
      String id, String nearCopyOf, List<Match> matched, String... labels) {
    Mention mention = Fixture.aPost("mastodon:" + id, "text").matching(matched);
    Classification judged =
        new Classification(
            Stream.of(labels)
                .collect(
                    Collectors.toMap(
                        l -> l, l -> new LabelScore(0.9, true, List.of("w"), "0", "m-1"))),
            Sentiment.NEUTRAL,
            "en",
            "0",
            "m-1",
            false,
            false,
            null,
            null,
            nearCopyOf,
            BEGUN,
            List.of(),
            List.of());
    return new StoredMention(mention.id(), mention.key(), mention, judged, false, null);
  }
}
