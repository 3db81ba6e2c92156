package dev.frontline.local.demo.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.local.demo.network.NetworkBook;
import dev.frontline.local.demo.network.Reply;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration TURN = Duration.ofMillis(500);
  private static final String ANA = "mastodon:ana/1";

  @TempDir Path folder;

  private final RehearsedServices services = new RehearsedServices();
  private final Company company = CompanyFile.read(Path.of("../../frontline.yaml"), Map.of());
  private final Hands clock = new Hands();

  private final Story story =
      Story.of(
          List.of(
              line("{'hours': 60, 'data': {'id': 'mastodon:bo/1', 'text': 'nice day'}}"),
              line(
                  "{'hours': 50, 'beat': 'why', 'data': {'id': 'mastodon:leo/1', 'text': 'help me'},"
                      + "'expect': {'labels': ['complaint'], 'needs': true},"
                      + "'answer': {'by': 'lucia', 'minutes': 30, 'text': 'Hola',"
                      + " 'outcome': 'solved'}}"),
              line(
                  "{'hours': 40, 'since': 60, 'type': 'edited',"
                      + "'data': {'id': 'mastodon:bo/1', 'text': 'nicer day'}}"),
              line(
                  "{'hours': 11, 'beat': 'spanish', 'data': {'id': '"
                      + ANA
                      + "', 'text': 'help'},"
                      + "'answer': {'by': 'assignee', 'minutes': 60, 'text': 'Ya'}}"),
              line("{'hours': 5, 'beat': 'rival', 'data': {'id': 'mastodon:cy/1', 'text': 'x'}}"),
              line(
                  "{'hours': 1, 'beat': 'misjudged', 'data': {'id': 'mastodon:di/1',"
                      + " 'text': 'y'}, 'expect': {'labels': ['lead'], 'needs': true},"
                      + " 'correct': {'minutes': 20}}"),
              line(
                  "{'thanks': '"
                      + ANA
                      + "', 'data': {'id': 'mastodon:ana/2', 'text': 'gracias'}}")),
          List.of(line("{'data': {'id': 'mastodon:ed/1', 'text': 'still here'}}")));

  @Test
  void the_first_days_load_as_history_that_ends_now() throws Exception {
    Player player = loaded();

    assertThat(services.heard).hasSize(3);
    assertThat(services.backfill).containsOnly(true);
    assertThat(services.heard.get(0).path("createdAt").asText()).isEqualTo("2026-02-28T11:55:00Z");
    assertThat(services.heard.get(2).path("type").asText()).isEqualTo("mention.updated");
    assertThat(services.heard.get(2).path("createdAt").asText()).isEqualTo("2026-02-28T11:55:00Z");
    assertThat(services.heard.get(2).path("editedAt").asText()).isEqualTo("2026-03-01T07:55:00Z");
    assertThat(player.progress().loading()).isFalse();
  }

  @Test
  void answers_of_the_past_are_given_by_their_people_at_their_time() throws Exception {
    loaded();

    assertThat(services.commands)
        .extracting(RehearsedServices.Command::verb)
        .containsExactly("take", "replies", "resolve");
    assertThat(services.commands).extracting(RehearsedServices.Command::as).containsOnly("lucia");
    assertThat(services.commands.get(1).at()).isEqualTo("2026-02-28T22:25:00Z");
  }

  @Test
  void the_lead_decides_what_waited_in_triage_before_it_is_answered() throws Exception {
    services.department = "triage";

    loaded();

    assertThat(services.corrected)
        .containsExactly("mastodon:leo/1 sofia true 2026-02-28T22:20:00Z");
    assertThat(services.commands).extracting(RehearsedServices.Command::as).contains("lucia");
  }

  @Test
  void a_restart_never_loads_the_history_again() throws Exception {
    loaded();

    Player again = player();
    again.turn(TURN);

    assertThat(again.progress().loading()).isFalse();
    assertThat(services.heard).hasSize(3);
    assertThat(services.commands).hasSize(3);
  }

  @Test
  void a_service_that_is_away_costs_nothing_but_time() throws Exception {
    services.awayFor = 2;
    Player player = player();

    assertThatThrownBy(() -> load(player)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> load(player)).isInstanceOf(IOException.class);
    load(player);

    assertThat(services.heard).extracting(d -> d.path("id").asText()).hasSize(3);
  }

  @Test
  void the_last_part_plays_live_in_three_minutes_unless_it_is_paused() throws Exception {
    Player player = loaded();

    player.pause(true);
    run(player, Duration.ofMinutes(1));
    assertThat(services.heard).hasSize(3);

    player.pause(false);
    run(player, Duration.ofSeconds(20));
    assertThat(services.heard).hasSize(4);
    assertThat(services.backfill.get(3)).isFalse();

    run(player, Duration.ofSeconds(161));
    assertThat(player.progress().over()).isTrue();
    assertThat(services.heard).hasSizeGreaterThanOrEqualTo(6);
    assertThat(services.commands.get(3).at()).isNull();
  }

  @Test
  void whoever_was_answered_says_thank_you_once() throws Exception {
    NetworkBook book = new NetworkBook(folder);
    Player player = new Player(story, services, company, book, file(), clock);
    load(player);
    player.playTo(11);

    Reply reply = new Reply("r-1", ANA, "Ya está", null, "lucia", NOON);
    book.answer(reply);
    player.answered(reply);
    run(player, Duration.ofSeconds(10));
    Player again = new Player(story, services, company, new NetworkBook(folder), file(), clock);
    run(again, Duration.ofSeconds(10));

    assertThat(services.heard).extracting(d -> d.path("text").asText()).containsOnlyOnce("gracias");
  }

  @Test
  void a_trickle_goes_on_after_the_end_each_post_with_its_own_id() throws Exception {
    Player player = loaded();
    player.playTo(0);
    int before = services.heard.size();

    run(player, Duration.ofSeconds(80));

    assertThat(services.heard.subList(before, services.heard.size()))
        .extracting(d -> d.path("id").asText())
        .hasSizeGreaterThanOrEqualTo(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void next_jumps_to_the_next_stop_of_the_bar() throws Exception {
    Player player = loaded();
    StoryBar bar = new StoryBar(player, services, story, "http://network.example", () -> false);

    assertThat(bar.view().beat()).isEqualTo(0);
    assertThat(bar.act("next")).isTrue();
    bar.jump();

    assertThat(bar.view().beat()).isEqualTo(1);
    assertThat(bar.view().beats().get(0).text())
        .contains("3 posts heard", "1 of them opened a case")
        .endsWith("Why this one? A rule sends it there. It is a complaint.");
    assertThat(bar.act("rewind")).isFalse();
  }

  @Test
  void the_last_stop_kills_a_service_and_tells_that_it_is_back() throws Exception {
    Player player = loaded();
    List<String> killed = new ArrayList<>();
    StoryBar bar =
        new StoryBar(player, services, story, "http://network.example", () -> killed.add("once"));
    assertThat(bar.view().kills()).isNull();
    player.playTo(0);
    assertThat(bar.view().kills()).isEqualTo("routing");

    assertThat(bar.act("kill")).isTrue();
    services.countable = false;
    assertThat(lastText(bar)).contains("starting again");
    services.countable = true;

    assertThat(killed).hasSize(1);
    assertThat(lastText(bar)).contains("is back", "posts heard");
  }

  private static String lastText(StoryBar bar) {
    return bar.view().beats().get(bar.view().beat()).text();
  }

  @Test
  void a_wrong_label_is_set_right_also_where_the_post_has_no_case() throws Exception {
    Player player = loaded();

    player.playTo(0);
    run(player, Duration.ofSeconds(2));

    assertThat(services.corrected).contains("mastodon:di/1 on its page by sofia");
  }

  @Test
  void what_was_misheard_is_closed_by_its_owner_before_it_is_overdue() throws Exception {
    Story misheard =
        Story.of(
            List.of(
                line(
                    "{'hours': 60, 'data': {'id': 'mastodon:bo/1', 'text': 'no help needed'},"
                        + "'expect': {'labels': [], 'needs': false}}")),
            List.of());

    load(new Player(misheard, services, company, new NetworkBook(folder), file(), clock));

    assertThat(services.commands)
        .extracting(RehearsedServices.Command::verb)
        .containsOnly("resolve");
    assertThat(services.commands.get(0).body()).containsEntry("outcome", "no_answer_needed");
    assertThat(services.commands.get(0).at())
        .isBetween(Instant.parse("2026-02-28T11:55:00Z"), Instant.parse("2026-02-28T12:25:00Z"));
  }

  @Test
  void a_post_about_two_brands_is_answered_once_and_closed_twice() throws Exception {
    Story both =
        Story.of(
            List.of(
                line(
                    "{'hours': 60, 'data': {'id': 'mastodon:bo/1', 'text': 'help, both'},"
                        + "'expect': {'labels': ['complaint'], 'needs': true},"
                        + "'answer': {'by': 'lucia', 'minutes': 30, 'text': 'Hola',"
                        + " 'outcome': 'solved'}}")),
            List.of());

    load(new Player(both, services, company, new NetworkBook(folder), file(), clock));

    assertThat(services.commands)
        .extracting(RehearsedServices.Command::verb)
        .containsExactly("take", "replies", "resolve", "resolve");
    assertThat(services.touched).endsWith("mastodon:bo/1", "mastodon:bo/1 too");
    assertThat(services.commands.get(3).body().get("note").toString()).contains("Morrowby");
  }

  @Test
  void what_is_left_to_whoever_watches_is_answered_after_the_story_where_they_did_not()
      throws Exception {
    Story left =
        Story.of(
            List.of(
                line(
                    "{'hours': 15, 'data': {'id': 'mastodon:bo/1', 'text': 'help'},"
                        + "'expect': {'labels': ['complaint'], 'needs': true},"
                        + "'answer': {'by': 'assignee', 'text': 'Ya', 'outcome': 'solved'}}")),
            List.of());
    Player player = new Player(left, services, company, new NetworkBook(folder), file(), clock);
    load(player);
    run(player, Duration.ofMinutes(4));
    assertThat(services.commands).isEmpty();

    run(
        new Player(left, services, company, new NetworkBook(folder), file(), clock),
        Duration.ofMinutes(8));

    assertThat(services.commands)
        .extracting(RehearsedServices.Command::verb)
        .containsExactly("take", "replies", "resolve");
  }

  @Test
  void a_repost_is_written_once_its_original_is_known() throws Exception {
    Story reposted =
        Story.of(
            List.of(
                line("{'hours': 60, 'data': {'id': 'mastodon:bo/1', 'text': 'help'}}"),
                line(
                    "{'hours': 59, 'data': {'id': 'mastodon:cy/1', 'text': 'help',"
                        + " 'repostOf': 'mastodon:bo/1'}}")),
            List.of());

    load(new Player(reposted, services, company, new NetworkBook(folder), file(), clock));

    assertThat(services.batches).containsExactly(1, 1);
  }

  private Player player() {
    return new Player(story, services, company, new NetworkBook(folder), file(), clock);
  }

  private ProgressFile file() {
    return new ProgressFile(folder.resolve("progress.json"));
  }

  private Player loaded() throws IOException, InterruptedException {
    Player player = player();
    load(player);
    return player;
  }

  private static void load(Player player) throws IOException, InterruptedException {
    while (player.progress().loading()) {
      player.turn(TURN);
    }
  }

  private void run(Player player, Duration time) throws IOException, InterruptedException {
    for (Duration d = Duration.ZERO; d.compareTo(time) < 0; d = d.plus(TURN)) {
      clock.now = clock.now.plus(TURN);
      player.turn(TURN);
    }
  }

  private static StoryLine line(String json) {
    try {
      ObjectNode node = (ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"'));
      node.withObject("/data").put("network", "mastodon").put("lang", "es");
      node.withObject("/data/author").put("id", "somebody");
      return Json.MAPPER.treeToValue(node, StoryLine.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Hands extends Clock {
    private Instant now = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
