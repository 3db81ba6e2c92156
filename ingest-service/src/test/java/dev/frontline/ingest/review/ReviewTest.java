package dev.frontline.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Page;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Review REVIEW =
      new Review(
          "shop",
          "r1",
          null,
          "Jo",
          3,
          "Meh",
          "it leaks",
          null,
          NOON,
          null,
          null,
          0,
          new Review.Answered("acme-london", "so sorry", NOON));

  @TempDir Path files;

  @Test
  void halfStarsAreRoundedAndNoStarsAreNotShown() {
    assertThat(Review.stars(3.5)).isEqualTo("★★★★☆");
    assertThat(Review.stars(1)).isEqualTo("★☆☆☆☆");
    assertThat(Review.stars(99)).isEqualTo("★★★★★");
    assertThat(Review.stars(0)).isEmpty();
    assertThat(Review.stars(-1)).isEmpty();
  }

  @Test
  void theTitleAndTheWordsFollowTheStars() throws IOException {
    Post.Content content = put("shop:somebody-else").get(0).told().orElseThrow();

    assertThat(content.text()).isEqualTo("★★★☆☆ Meh\nit leaks");
    assertThat(content.author().id()).isEqualTo("r1");
    assertThat(content.engagement().rating()).isEqualTo(3.0);
  }

  @Test
  void whatThePlaceAnsweredIsPutOnlyWhereTheCompanySaysThatItIsItsOwn() throws IOException {
    assertThat(answered("shop:acme-london"))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.id()).isEqualTo("shop:r1/reply");
              assertThat(post.told().orElseThrow().inReplyTo()).isEqualTo("shop:r1");
            });
    assertThat(answered("shop:somebody-else")).isEmpty();
  }

  private List<Post> answered(String account) throws IOException {
    List<Post> posts = put(account);
    return posts.subList(1, posts.size());
  }

  private List<Post> put(String account) throws IOException {
    String file =
        Files.readString(Path.of("src/test/resources/kettlery.yaml"))
            .replace("mastodon:kettlery_official", account);
    Company company =
        CompanyFile.read(Files.writeString(files.resolve("company.yaml"), file), Map.of());
    Page.Builder page = new Page.Builder();
    REVIEW.put(page, company, NOON);
    return page.end(Cursor.START).posts();
  }
}
