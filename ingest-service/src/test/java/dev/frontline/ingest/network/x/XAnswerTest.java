package dev.frontline.ingest.network.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Limits;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.ConnectedAccounts.Connected;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Purse;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import dev.frontline.testkit.NeedsStack;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsStack
class XAnswerTest {

  private final Site site = new Site();
  private final X x = new X();
  private final Served network = new Served(site::answer);
  private final Rig rig =
      new Rig(x, network.address(), "token", Map.of("query", "kettlery", "spendCap", "0.001"));

  @AfterEach
  void close() {
    rig.close();
    network.close();
  }

  @Test
  void anAnswerGoesBelowThePostAndIsPaidForWhateverTheCapSays() throws Exception {
    Sent sent = x.answer(rig.opened(), reply("so sorry"), false);

    String id = site.posts.get(0).path("id").asText();
    assertThat(sent).isEqualTo(new Sent.Posted("x:" + id, "https://x.com/i/status/" + id));
    assertThat(network.asked("POST", "/2/tweets").get(0).body())
        .isEqualTo("{\"text\":\"so sorry\",\"reply\":{\"in_reply_to_tweet_id\":\"55\"}}");
    assertThat(rig.cost()).isEqualTo(0.015);
  }

  @Test
  void aLostAnswerIsFoundAmongOurOwnAndNotSentTwice() throws Exception {
    site.lostOnTheWay = true;
    site.answerTroubles = 1;
    site.answerTrouble = Reply.status(502);
    assertThatThrownBy(() -> x.answer(rig.opened(), reply("so sorry"), false))
        .isInstanceOf(Fault.class);

    Sent again = x.answer(rig.opened(), reply("so sorry"), true);

    assertThat(again).isInstanceOf(Sent.Posted.class);
    assertThat(site.posts).hasSize(1);
    assertThat(network.asked("POST", "/2/tweets")).hasSize(1);
  }

  @Test
  void anAnswerThatNeverArrivedIsSentAtTheSecondTry() throws Exception {
    Sent again = x.answer(rig.opened(), reply("so sorry"), true);

    assertThat(again).isInstanceOf(Sent.Posted.class);
    assertThat(site.posts).hasSize(1);
  }

  @Test
  void aConnectedAccountAnswersWithItsOwnToken() throws Exception {
    Connected account = new Connected("us", "1", "its-own-token", Map.of());
    try (Rig connected =
        new Rig(
            x,
            network.address(),
            "token",
            Map.of("query", "kettlery", "spendCap", "1"),
            (db, clock) -> one(account))) {
      assertThat(x.answer(connected.opened(), reply("so sorry"), false))
          .isInstanceOf(Sent.Posted.class);
    }

    assertThat(network.asked("POST", "/2/tweets").get(0).headers())
        .containsEntry("Authorization", "Bearer its-own-token");
  }

  @Test
  void itIsKnownBeforeAnybodyWritesWhetherAnAnswerCanBePosted() {
    Company company = CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
    Source source = rig.opened().source();
    Set<String> set = new HashSet<>(Set.of("FRONTLINE_TOKEN_RIGGED"));
    SourceKinds kinds =
        new SourceKinds(
            List.of(x),
            company,
            new Limits(HttpClient.newHttpClient(), rig.clock, true),
            rig.opened().memory(),
            ConnectedAccounts.NONE,
            (of, now) -> Purse.FREE,
            name -> Optional.of("word").filter(word -> set.contains(name)));

    assertThat(kinds.answers(source)).isFalse();
    set.add("FRONTLINE_TOKEN_RIGGED_USER");
    assertThat(kinds.answers(source)).isTrue();
  }

  @Test
  void whoWasNotSummonedIsToldWhereToAnswer() throws Exception {
    site.answerTroubles = 1;
    site.answerTrouble = new Reply(403, Map.of(), "{\"detail\":\"not mentioned\"}");

    assertThat(x.answer(rig.opened(), reply("so sorry"), false))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("https://x.com/intent/post?in_reply_to=55")
                    .contains("not mentioned"));
  }

  @Test
  void sameWordsThatXRefusesAndThatNobodyFindsAreLeftToAPerson() throws Exception {
    site.answerTroubles = 1;
    site.answerTrouble = new Reply(403, Map.of(), "{\"detail\":\"duplicate content\"}");

    assertThat(x.answer(rig.opened(), reply("so sorry"), true)).isInstanceOf(Sent.Unknown.class);
  }

  @Test
  void whatIsTooLongIsRefusedBeforeItIsSent() throws Exception {
    assertThat(x.answer(rig.opened(), reply("茶".repeat(141)), false))
        .isEqualTo(new Sent.Refused("it counts as 282 characters; X takes 280"));
    assertThat(network.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "é, 1", "茶, 2", "😀, 2", "see https://kettlery.example/a/long/way ok, 30"})
  void itCountsAsXCounts(String text, int weight) {
    assertThat(Answering.weight(text)).isEqualTo(weight);
  }

  private static ConnectedAccounts one(Connected account) {
    return new ConnectedAccounts() {
      @Override
      public Optional<Connected> of(String source, @Nullable String id) {
        return Optional.of(account);
      }

      @Override
      public boolean renew(Opened opened) {
        return false;
      }

      @Override
      public void refused(Opened opened, String words) {
        throw new AssertionError(words);
      }

      @Override
      public Optional<String> trouble(String source) {
        return Optional.empty();
      }

      @Override
      public Optional<String> warning(String source) {
        return Optional.empty();
      }
    };
  }

  private static ReplyRequested reply(String text) {
    return new ReplyRequested(
        "r-1", "case-1", "x:55", "x", "rigged", "x:55", text, null, "ana", Rig.NOON);
  }
}
