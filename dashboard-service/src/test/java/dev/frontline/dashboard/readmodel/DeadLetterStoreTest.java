package dev.frontline.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.EventCodec;
import dev.frontline.dashboard.Fixture;
import dev.frontline.dashboard.readmodel.DeadLetter.State;
import dev.frontline.kit.kafka.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private StoreFixture store;

  @BeforeEach
  void open() {
    store = new StoreFixture("dead-letter-store-test-" + System.nanoTime());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLetterKeepsItsValueAndItsOwnHeaders() {
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-1")));

    WholeLetter kept = onlyOne();

    assertThat(kept.legible()).contains("{\"author\":{\"id\":\"u-1\"}}");
    assertThat(kept.headers()).containsOnlyKeys("ce_type");
    assertThat(kept.letter().reason()).isEqualTo("no such label");
  }

  @Test
  void whatWasDecidedStandsWhenTheLetterIsReadAgain() {
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-1")));
    DeadLetter letter = onlyOne().letter();
    assertThat(store.letters.decide(letter, State.REPLAYED, "odin")).isTrue();

    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-1")));

    assertThat(store.letters.waiting(10)).isEmpty();
    assertThat(store.letters.decide(letter, State.DISCARDED, "lena")).isFalse();
    assertThat(store.letters.find(letter.ref()).orElseThrow().letter().by()).isEqualTo("odin");
  }

  @Test
  void aReplayedPostIsNotCountedAsDeadAndADiscardedOneIs() {
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-1")));
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("2", "u-2")));
    assertThat(store.letters.ended()).isEqualTo(2);
    var both = store.letters.waiting(10);

    store.letters.decide(both.get(0), State.REPLAYED, "odin");
    store.letters.decide(both.get(1), State.DISCARDED, "odin");

    assertThat(store.letters.ended()).isEqualTo(1);
    assertThat(store.letters.countWaiting()).isZero();
  }

  @Test
  void anErasedAuthorsWordsLeaveTheLetterAndOthersStay() {
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-gone")));
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("2", "u-stays")));

    store.erasedFeed.consume(StoreFixture.poll(Fixture.erased("mastodon:u-gone")));

    assertThat(store.letters.waiting(10))
        .extracting(DeadLetter::excerpt)
        .containsExactlyInAnyOrder("", "{\"author\":{\"id\":\"u-stays\"}}");
  }

  @Test
  void wordsAreForgottenAfterTheirTime() {
    store.deadLetterFeed.consume(StoreFixture.poll(aDeadPost("1", "u-1")));

    store.letters.forgetWords(NOON);
    assertThat(onlyOne().value()).isNotNull();
    store.letters.forgetWords(NOON.plusSeconds(1));

    assertThat(onlyOne().value()).isNull();
    assertThat(onlyOne().letter().reason()).isEqualTo("no such label");
  }

  private WholeLetter onlyOne() {
    var waiting = store.letters.waiting(10);
    assertThat(waiting).hasSize(1);
    return store.letters.find(waiting.get(0).ref()).orElseThrow();
  }

  private static ProducerRecord<String, byte[]> aDeadPost(String offset, String author) {
    byte[] value = ("{\"author\":{\"id\":\"" + author + "\"}}").getBytes(StandardCharsets.UTF_8);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("mentions.ingested.classify.dead", "talk", value);
    EventCodec.put(record.headers(), "ce_type", "mention.posted.v1");
    EventCodec.put(record.headers(), DeadLetters.REASON, "no such label");
    EventCodec.put(record.headers(), DeadLetters.TOPIC, "mentions.ingested");
    EventCodec.put(record.headers(), DeadLetters.PARTITION, "0");
    EventCodec.put(record.headers(), DeadLetters.OFFSET, offset);
    EventCodec.put(record.headers(), DeadLetters.GROUP, "classify");
    EventCodec.put(record.headers(), DeadLetters.TIME, NOON.toString());
    return record;
  }
}
