package dev.frontline.classify.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.classification.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InventedPostsTest {

  @Test
  void aLineIsAPostOfItsBrand() {
    List<Post> posts = InventedPosts.of(List.of("# remark", "cr\t3\tMorrowby\tthe lid burnt me"));

    Post post = posts.get(0);
    assertThat(post.text()).isEqualTo("the lid burnt me");
    assertThat(post.group()).isEqualTo("Morrowby");
    assertThat(post.label(Labels.PR_RISK)).isOne();
    assertThat(post.label(Labels.PRAISE)).isZero();
    assertThat(post.label(Labels.URGENT)).isEqualTo(-1);
    assertThatThrownBy(() -> InventedPosts.of(List.of("c\t3\tMorrowby")))
        .hasMessage("line 1 has 3 fields; four are allowed");
  }

  @Test
  void noPostToMeasureByWasLearned() throws IOException {
    List<Post> learned = InventedPosts.shipped();
    Set<String> texts = learned.stream().map(Post::text).collect(Collectors.toSet());

    assertThat(learned).hasSizeGreaterThan(1_000);
    assertThat(texts).hasSameSizeAs(learned);
    for (String file : List.of("risks", "mixed")) {
      assertThat(read(file)).extracting(Post::text).isNotEmpty().doesNotContainAnyElementsOf(texts);
    }
  }

  /** Posts to measure by. */
  static List<Post> read(String file) throws IOException {
    try (var in = InventedPostsTest.class.getResourceAsStream(file + ".tsv")) {
      return InventedPosts.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }
}
