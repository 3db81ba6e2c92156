package dev.frontline.ingest.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.reading.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSearchTest {

  private static final Instant SINCE = Rig.NOON.minus(Duration.ofDays(7));

  @TempDir Path folder;
  private Served network;
  private final TestClock clock = new TestClock(Rig.NOON);

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void everyNetworkIsAskedForEachListAndToldApart() throws IOException {
    Searched searched =
        serve(
            asked ->
                Reply.json(
                    asked.path().equals("/pond")
                        ? asked.query().get("q") + " in the pond"
                        : "nothing\nof interest"));

    List<AskedNetwork> told = ask(searched, List.of(List.of("kettle", "on fire"), List.of("pot")));

    assertThat(told).extracting(one -> one.offer().source()).containsExactly("pond", "lake");
    assertThat(told.get(0).posts())
        .extracting(Post.Content::text)
        .containsExactly("\"kettle\" \"on fire\" in the pond", "\"pot\" in the pond");
    assertThat(told.get(1).posts()).hasSize(4);
    assertThat(told.get(0).trouble()).isNull();
  }

  @Test
  void aNetworkThatAsksToBeLeftAloneIsLeftAloneByTheReaderToo() throws IOException {
    AtomicInteger turn = new AtomicInteger();
    Searched searched =
        serve(
            asked ->
                asked.path().equals("/lake") || turn.incrementAndGet() == 1
                    ? Reply.json("a kettle")
                    : Reply.status(429).with("Retry-After", "600"));

    List<AskedNetwork> told =
        ask(searched, List.of(List.of("kettle"), List.of("pot"), List.of("lid")));

    AskedNetwork pond = told.get(0);
    assertThat(pond.posts()).hasSize(1);
    assertThat(pond.trouble()).contains("429", "may be asked again at 12:10 UTC");
    assertThat(network.asked("GET", "/pond")).hasSize(2);
    assertThat(told.get(1).trouble()).isNull();
    assertThat(searched.kinds.quotaLeft(searched.source("pond"), clock.instant())).hasValue(0L);
    assertThat(searched.search.offers().get(0).lacks()).contains("left is for listening");
  }

  @Test
  void aNetworkThatHangsIsNotWaitedForAndHoldsUpNobody() throws IOException {
    Searched searched =
        serve(
            asked ->
                asked.path().equals("/pond") && asked.query().get("q").contains("pot")
                    ? Reply.kept()
                    : Reply.json("a kettle"));
    long begun = System.nanoTime();

    List<AskedNetwork> told = ask(searched, List.of(List.of("kettle"), List.of("pot")));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    assertThat(told.get(0).trouble()).isEqualTo("it did not answer in time");
    assertThat(told.get(0).posts()).hasSize(1);
    assertThat(told.get(1).posts()).hasSize(2);
    assertThat(told.get(1).trouble()).isNull();
  }

  @Test
  void whatIsOldOrTooMuchIsNotTaken() throws IOException {
    String many = "a kettle\n".repeat(99) + "old";
    Searched searched = serve(asked -> Reply.json(many.replace("a ", asked.query().get("q"))));

    List<AskedNetwork> told =
        ask(
            searched,
            List.of(List.of("a"), List.of("b"), List.of("c"), List.of("d"), List.of("e")));

    assertThat(told.get(0).posts()).hasSize(200).noneMatch(post -> post.text().equals("old"));
    assertThat(told.get(0).more()).isTrue();
    assertThat(network.asked("GET", "/pond")).hasSize(3);
  }

  @Test
  void aNetworkThatChargesIsAskedOnlyWhereThatWasAllowed() throws IOException {
    Searched searched = serve(asked -> Reply.json("a kettle"));
    List<List<String>> lists = List.of(List.of("a"), List.of("b"), List.of("c"));

    List<AskedNetwork> free =
        searched.search.begin(searched.search.offers(), lists, SINCE, false).told();
    int before = network.asked("GET", "/shop").size();
    List<AskedNetwork> all =
        searched.search.begin(searched.search.offers(), lists, SINCE, true).told();

    assertThat(free).extracting(one -> one.offer().source()).containsExactly("pond", "lake");
    assertThat(before).isZero();
    assertThat(all).extracting(one -> one.offer().source()).contains("shop");
    assertThat(network.asked("GET", "/shop")).hasSize(2);
    assertThat(searched.search.offers().get(2).costUpTo()).isEqualTo(0.4);
  }

  @Test
  void garbageAndRefusalsAreSaidInWords() throws IOException {
    Searched searched =
        serve(asked -> asked.path().equals("/pond") ? Reply.json("CRASH") : Reply.status(500));

    List<AskedNetwork> told = ask(searched, List.of(List.of("kettle")));

    assertThat(told.get(0).trouble()).isEqualTo("what it told could not be read");
    assertThat(told.get(1).trouble()).contains("500");
  }

  @Test
  void aPausedSourceAndOneThatLacksSomethingAreNotAsked() throws IOException {
    Searched searched = serve(asked -> Reply.json("a kettle"));
    searched.paused = "pond";
    searched.lacking = "lake";

    assertThat(searched.search.offers())
        .extracting(SearchOffer::lacks)
        .containsExactly("it is paused", "it needs a boat", null);
    assertThat(ask(searched, List.of(List.of("kettle")))).isEmpty();
    assertThat(network.asked()).isEmpty();
  }

  private static List<AskedNetwork> ask(Searched searched, List<List<String>> lists) {
    return searched.search.begin(searched.search.offers(), lists, SINCE, false).told();
  }

  private Searched serve(Function<Asked, Reply> answers) throws IOException {
    network = new Served(answers);
    return new Searched(network, folder, clock);
  }
}
