package dev.frontline.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Crashing.Crash;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class RecheckingTest {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Wall wall = new Wall();
  private final Rig rig = new Rig(wall, null, null, Map.of());

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aPostThatIsGoneIsWithdrawnWhenItIsLookedUpAgain() {
    wall.write("a", "b");
    rig.turn();
    wall.posts.remove("a");

    rig.run(Duration.ofHours(2));

    assertThat(deleted()).containsExactly("wall:a");
    assertThat(rig.posted()).extracting(Mention::id).containsExactly("wall:a", "wall:b");
  }

  @Test
  void aPostIsLookedUpEverMoreRarelyButNeverLeftTooLong() {
    wall.write("a");

    rig.run(Duration.ofDays(60));

    assertThat(wall.lookedUp.get(0)).isAfterOrEqualTo(Rig.NOON.plus(Duration.ofHours(1)));
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i < wall.lookedUp.size(); i++) {
      waits.add(Duration.between(wall.lookedUp.get(i - 1), wall.lookedUp.get(i)));
    }
    assertThat(waits).hasSizeLessThan(20).isSorted();
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofDays(8)) < 0);
    assertThat(deleted()).isEmpty();
  }

  @Test
  void whatNobodyDroppedInIsNotLookedUp() {
    wall.posts.put("weather", "sunny today");

    rig.run(Duration.ofDays(1));

    assertThat(wall.lookedUp).isEmpty();
  }

  @Test
  void aPostThatCannotBeLookedUpIsLetGoOfWhenItsTermsSaySo() {
    wall.write("a");
    rig.turn();
    wall.away = true;
    rig.clock.forward(KEPT.minusHours(1));
    rig.turn();
    assertThat(rig.expired()).isEmpty();

    rig.clock.forward(Duration.ofHours(2));

    assertThat(rig.expired()).containsExactly("wall:a");
  }

  @Test
  void aPostThatIsSeenAgainMayBeKept() {
    wall.write("a");

    rig.run(KEPT.plusDays(5));

    assertThat(rig.expired()).isEmpty();
    assertThat(deleted()).isEmpty();
  }

  @Test
  void aProcessThatEndsAtAnyMomentForgetsNoPostThatIsToBeLookedUp() {
    for (int effect = 1; effect <= 6; effect++) {
      for (boolean after : new boolean[] {false, true}) {
        Wall other = new Wall();
        other.write("a", "b");
        try (Rig one = new Rig(other, null, null, Map.of())) {
          one.crashing.atEffect(effect, after);
          try {
            one.turn();
          } catch (Crash e) {
            // That is what this is about.
          }
          one.crashing.never();
          one.restart();
          one.clock.forward(Duration.ofMinutes(3));
          one.turn();
          other.posts.clear();
          one.run(Duration.ofHours(2));

          assertThat(one.told().stream().filter(MentionDeleted.class::isInstance))
              .as("ended at effect %d, %s it", effect, after ? "after" : "before")
              .extracting(IngestEvent::mentionId)
              .containsExactlyInAnyOrder("wall:a", "wall:b");
        }
      }
    }
  }

  private List<String> deleted() {
    return rig.told().stream()
        .filter(MentionDeleted.class::isInstance)
        .map(IngestEvent::mentionId)
        .toList();
  }

  /** A network where posts stand until they are taken down, without a word. */
  private static final class Wall implements RecheckedSource {
    private final Map<String, String> posts = new LinkedHashMap<>();
    private final List<Instant> lookedUp = new ArrayList<>();
    private boolean away;

    void write(String... ids) {
      for (String id : ids) {
        posts.put(id, "my kettlery leaks");
      }
    }

    @Override
    public String kind() {
      return "wall";
    }

    @Override
    public Traits traits() {
      return new Traits(
          "wall",
          "none",
          Duration.ZERO,
          Traits.Deletion.SWEEP,
          100,
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          0,
          Traits.Replies.NEVER,
          0,
          null,
          new Traits.Terms(true, true, KEPT));
    }

    @Override
    public Page read(Opened opened, Cursor cursor) {
      Page.Builder page = new Page.Builder();
      posts.forEach(
          (id, text) ->
              page.post(
                  new Draft("wall", id)
                      .author(new Author("jo", "jo", null, null, null, null))
                      .text(text)
                      .createdAt(Rig.NOON, opened.now())
                      .created()));
      return page.end(cursor);
    }

    @Override
    public int mostRechecked() {
      return 50;
    }

    @Override
    public Page recheck(Opened opened, List<String> mentionIds) throws Fault {
      lookedUp.add(opened.now());
      if (away) {
        throw new Fault(Fault.Kind.UNREACHABLE, "nobody is there");
      }
      Page.Builder page = new Page.Builder();
      for (String id : mentionIds) {
        if (!posts.containsKey(id.substring("wall:".length()))) {
          page.post(new Post.Deleted(id, opened.now()));
        }
      }
      return page.end(Cursor.START);
    }
  }
}
