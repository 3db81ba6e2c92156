package dev.frontline.local.demo.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StoryTest {

  private final Story story = Story.shipped();
  private final Company company = CompanyFile.read(Path.of("../../frontline.yaml"), Map.of());

  private final List<StoryLine> all = everything();
  private final List<StoryLine> posts =
      all.stream().filter(l -> l.type() == StoryLine.Type.CREATED).toList();

  @Test
  void at_least_four_hundred_posts_are_told_over_three_days() {
    assertThat(posts).hasSizeGreaterThanOrEqualTo(400);
    assertThat(story.timed()).allSatisfy(l -> assertThat(l.hours()).isBetween(0.0, Story.LENGTH));
    assertThat(story.timed().get(0).hours()).isGreaterThan(Story.LENGTH - 2);
  }

  @Test
  void most_of_what_is_heard_needs_nobody() {
    assertThat(share(l -> l.labels().contains(Labels.NOISE))).isCloseTo(0.27, within(0.04));
    assertThat(share(l -> l.labels().isEmpty())).isCloseTo(0.44, within(0.04));
    assertThat(posts.stream().filter(l -> l.expect() != null && l.expect().needs()).count())
        .isBetween(60L, 130L);
  }

  @Test
  void every_label_four_languages_and_seven_networks_occur() {
    for (String label : Labels.ALL) {
      assertThat(posts)
          .as(label)
          .anyMatch(l -> l.expect() != null && l.expect().labels().contains(label));
    }
    assertThat(posts.stream().map(l -> l.data().path("lang").asText()).distinct())
        .containsExactlyInAnyOrder("en", "es", "de", "fr");
    assertThat(posts.stream().map(l -> l.data().path("network").asText()).distinct())
        .hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void ids_are_unique_and_start_with_their_network() {
    assertThat(posts.stream().map(StoryLine::id)).doesNotHaveDuplicates();
    assertThat(posts)
        .allSatisfy(l -> assertThat(l.id()).startsWith(l.data().path("network").asText() + ":"));
  }

  @Test
  void no_two_people_write_the_same_but_for_reposts_and_relayed_news() {
    Map<String, Integer> seen = new HashMap<>();
    posts.stream()
        .filter(l -> !l.data().has("repostOf"))
        .forEach(l -> seen.merge(l.data().path("text").asText(), 1, Integer::sum));
    assertThat(seen.values()).allMatch(n -> n == 1);
  }

  @Test
  void threads_reposts_edits_and_deletes_refer_to_earlier_posts() {
    Set<String> known = new HashSet<>();
    for (StoryLine line : story.timed()) {
      if (line.type() == StoryLine.Type.CREATED) {
        known.add(line.id());
      }
      assertThat(known).contains(line.id());
      for (String field : List.of("inReplyTo", "threadRoot", "repostOf")) {
        if (line.data().has(field)) {
          assertThat(known).as(field).contains(line.data().path(field).asText());
        }
      }
    }
    assertThat(all).anyMatch(l -> l.data().has("repostOf"));
    assertThat(all).anyMatch(l -> l.data().has("inReplyTo"));
    assertThat(all).anyMatch(l -> l.type() == StoryLine.Type.EDITED);
    assertThat(all).anyMatch(l -> l.type() == StoryLine.Type.DELETED);
    assertThat(story.thanks()).allSatisfy(l -> assertThat(known).contains(l.thanks()));
  }

  @Test
  void reposts_stay_on_their_network_and_come_after_the_original() {
    Map<String, Double> written = new HashMap<>();
    story.timed().stream()
        .filter(l -> l.type() == StoryLine.Type.CREATED)
        .forEach(l -> written.put(l.id(), l.hours()));
    List<StoryLine> reposts = all.stream().filter(l -> l.data().has("repostOf")).toList();

    assertThat(reposts).hasSizeGreaterThan(8);
    assertThat(reposts)
        .allSatisfy(
            l -> {
              String original = l.data().path("repostOf").asText();
              assertThat(original).startsWith(l.data().path("network").asText() + ":");
              assertThat(written.get(original)).isGreaterThan(l.hours() + 0.3);
            });
    assertThat(reposts).anyMatch(l -> l.hours() > Story.LENGTH - 5);
  }

  @Test
  void the_trickle_lives_for_hours_without_saying_the_same_twice() {
    List<StoryLine> eightHours =
        LongStream.range(0, 8 * 144).mapToObj(story.variations()::post).toList();
    List<StoryLine> people =
        eightHours.stream()
            .filter(l -> l.expect() != null && !l.expect().labels().contains(Labels.NOISE))
            .toList();

    assertThat(eightHours).extracting(StoryLine::id).doesNotHaveDuplicates();
    assertThat(people).extracting(StoryTest::authorAndText).doesNotHaveDuplicates();
    assertThat(people.subList(0, 90)).extracting(StoryTest::text).doesNotHaveDuplicates();
    assertThat(eightHours).extracting(StoryTest::text).noneMatch(t -> t.matches(".*[{|}].*"));
    assertThat(eightHours.subList(0, 40))
        .extracting(l -> l.data().path("lang").asText())
        .contains("en", "es", "de", "fr");
    assertThat(story.variations().post(77).data()).isEqualTo(story.variations().post(77).data());
  }

  @Test
  void every_answer_is_given_by_somebody_of_the_company_and_ends_as_a_case_can() {
    List<StoryLine.Answer> answers =
        all.stream().map(StoryLine::answer).filter(a -> a != null).toList();
    assertThat(answers).hasSizeGreaterThan(60);
    for (StoryLine.Answer answer : answers) {
      if (!answer.by().equals("assignee")) {
        assertThat(company.person(answer.by())).as(answer.by()).isPresent();
      }
      if (answer.outcome() != null) {
        assertThat(Json.MAPPER.convertValue(answer.outcome(), Outcome.class)).isNotNull();
      }
      assertThat(answer.text() == null && answer.outcome() == null).isFalse();
    }
  }

  @Test
  void whoever_needs_somebody_is_answered_sooner_or_later() {
    List<StoryLine> lines = new ArrayList<>(posts);
    LongStream.range(0, 40).mapToObj(story.variations()::post).forEach(lines::add);

    assertThat(lines)
        .filteredOn(l -> l.expect() != null && l.expect().needs())
        .allSatisfy(l -> assertThat(l.answer()).as(text(l)).isNotNull());
    assertThat(posts).anyMatch(l -> l.answer() != null && l.answer().minutes() == null);
  }

  @Test
  void the_stops_of_the_story_bar_are_there_and_live() {
    assertThat(story.beat("why").hours()).isGreaterThan(Story.LIVE);
    for (String beat : List.of("spanish", "rival", "safety", "misjudged", "founder")) {
      assertThat(story.beat(beat).hours()).isLessThan(Story.LIVE);
    }
    assertThat(story.thanksFor(story.beat("spanish").id())).isPresent();
  }

  private static String text(StoryLine line) {
    return line.data().path("text").asText();
  }

  private static String authorAndText(StoryLine line) {
    return line.data().path("author").path("id").asText() + ": " + text(line);
  }

  private double share(Predicate<StoryLine.Expect> of) {
    return (double) posts.stream().filter(l -> l.expect() != null && of.test(l.expect())).count()
        / posts.size();
  }

  private List<StoryLine> everything() {
    List<StoryLine> lines = new ArrayList<>(story.timed());
    lines.addAll(story.thanks());
    return lines;
  }
}
