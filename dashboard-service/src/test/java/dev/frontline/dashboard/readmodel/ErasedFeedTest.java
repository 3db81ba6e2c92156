package dev.frontline.dashboard.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.dashboard.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An author who is to be forgotten, and what is still on its way of them. */
class ErasedFeedTest {

  private final StoreFixture store = new StoreFixture("erased-feed-test");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_is_kept_of_the_author_and_what_comes_after_the_erasure_is_forgotten() {
    Mention kept = by("u-gone", "kept");
    Mention queued = by("u-gone", "queued");
    Mention edited = Fixture.edited(kept, 2, "What I wrote, differently");
    Mention others = by("u-stays", "others");
    poll(kept);

    store.erasedFeed.consume(StoreFixture.poll(Fixture.erased("mastodon:u-gone")));
    poll(queued);
    store.classifiedFeed.consume(StoreFixture.poll(Fixture.reclassified(edited)));
    poll(others);

    assertForgotten(kept);
    assertForgotten(queued);
    assertThat(store.mentions.find(others.id()).orElseThrow().mention()).isEqualTo(others);
  }

  private void poll(Mention post) {
    store.classifiedFeed.consume(StoreFixture.poll(Fixture.classified(post, Fixture.aComplaint())));
  }

  private void assertForgotten(Mention post) {
    StoredMention stands = store.mentions.find(post.id()).orElseThrow();
    assertThat(stands.withdrawn()).isTrue();
    assertThat(stands.mention()).isNull();
    assertThat(stands.classification()).isNull();
  }

  private static Mention by(String author, String id) {
    Mention post = Fixture.aPost("mastodon:https://social.example/erased/" + id, "What I wrote");
    return Fixture.writtenBy(new Author(author, "bea", null, null, null, null), post);
  }
}
