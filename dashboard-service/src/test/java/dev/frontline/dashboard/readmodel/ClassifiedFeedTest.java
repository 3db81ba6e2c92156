package dev.frontline.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.Fixture;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands of a post when what is told of it comes late. */
class ClassifiedFeedTest {

  private final StoreFixture store = new StoreFixture("classified-feed-test");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_persons_word_on_a_post_that_was_withdrawn_meanwhile_does_not_bring_it_back() {
    Mention post = aPost("gone", "I take this back");
    poll(first(post));
    poll(Fixture.withdrawn(post));

    poll(Fixture.reclassified(post));

    StoredMention stands = stored(post);
    assertThat(stands.withdrawn()).isTrue();
    assertThat(stands.mention()).isNull();
    assertThat(stands.classification()).isNull();
  }

  @Test
  void a_persons_word_on_a_post_before_its_edit_does_not_bring_the_old_text_back() {
    Mention post = aPost("edited", "The crew was awful");
    Mention edited = Fixture.edited(post, 2, "The crew was lovely");
    poll(first(post));
    poll(Fixture.reclassified(edited));

    poll(Fixture.reclassified(post));
    poll(first(post));

    assertThat(text(post)).isEqualTo("The crew was lovely");
  }

  @Test
  void of_one_poll_the_newest_version_stands_wherever_it_is() {
    Mention post = aPost("one-poll", "The crew was awful");
    Mention edited = Fixture.edited(post, 2, "The crew was lovely");
    Mention gone = aPost("one-poll-gone", "I take this back");

    poll(
        Fixture.reclassified(edited),
        Fixture.reclassified(post),
        Fixture.withdrawn(gone),
        Fixture.reclassified(gone));

    assertThat(text(post)).isEqualTo("The crew was lovely");
    assertThat(stored(gone).withdrawn()).isTrue();
  }

  @Test
  void a_later_word_on_the_same_version_and_an_edit_are_taken() {
    Mention post = aPost("judged", "Two hours late");
    poll(first(post));

    poll(Fixture.reclassified(Fixture.edited(post, 1, "Two hours late, judged again")));
    assertThat(text(post)).isEqualTo("Two hours late, judged again");

    poll(Fixture.reclassified(Fixture.edited(post, 2, "Three hours late")));
    assertThat(text(post)).isEqualTo("Three hours late");
  }

  @Test
  void a_post_that_was_routed_before_it_is_known_has_its_text_and_its_end() {
    Mention post = aPost("routed", "Where is my bag?");
    store.routedFeed.consume(
        StoreFixture.poll(Fixture.routed(post, Outcome.OPENED, List.of("case-1"))));

    poll(first(post));

    assertThat(text(post)).isEqualTo("Where is my bag?");
    assertThat(stored(post).caseIds()).containsExactly("case-1");
  }

  @SafeVarargs
  private void poll(ProducerRecord<String, byte[]>... records) {
    store.classifiedFeed.consume(StoreFixture.poll(records));
  }

  private StoredMention stored(Mention post) {
    return store.mentions.find(post.id()).orElseThrow();
  }

  private String text(Mention post) {
    Mention stands = stored(post).mention();
    assertThat(stands).isNotNull();
    return stands.text();
  }

  private static ProducerRecord<String, byte[]> first(Mention post) {
    return Fixture.classified(post, Fixture.aComplaint());
  }

  private static Mention aPost(String id, String text) {
    return Fixture.aPost("mastodon:https://social.example/" + id, text);
  }
}
