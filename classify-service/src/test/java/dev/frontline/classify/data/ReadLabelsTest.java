package dev.frontline.classify.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadLabelsTest {

  private static Post post(String id, String group) {
    Post post = DataFolder.post("the kettle leaks");
    post.set("id", id);
    post.set("group", group);
    post.set("source", "elsewhere");
    post.set("sentiment", "neg");
    return post;
  }

  @Test
  void readPostsCarryTheirLabelsAndBrand() {
    ReadLabels labels =
        ReadLabels.of(
            LabelLetters.LABELS, List.of("# a remark", "a\tMorrowby\tcq\t3", "b\t-\t-\t1"));
    List<Post> read =
        labels.read(List.of(post("a", "2013"), post("b", "kettles"), post("c", "kettles")));
    assertThat(read).extracting(Post::group).containsExactly("Morrowby", "kettles");
    assertThat(read).extracting(p -> p.label("complaint")).containsExactly(1, 0);
    assertThat(read).extracting(p -> p.label("question")).containsExactly(1, 0);
    assertThat(read).extracting(p -> p.label("urgent")).containsOnly(-1);
    assertThat(read).extracting(Post::confidence).containsExactly(3, 1);
    assertThat(read).extracting(Post::sentiment).containsOnlyNulls();
    assertThat(read).extracting(Post::source).containsOnly(Post.READ);
  }

  @Test
  void whatAPostSaysOfItselfStands() {
    Post said = post("a", "kettles");
    said.set("complaint", 0);
    Post completed = ReadLabels.of(LabelLetters.LABELS, List.of("a\t-\tcp\t2")).completed(said);
    assertThat(completed.label("complaint")).isZero();
    assertThat(completed.label("praise")).isOne();
    assertThat(completed.group()).isEqualTo("kettles");
    assertThat(completed.sentiment()).isEqualTo("neg");
    assertThat(said.label("praise")).isEqualTo(-1);
  }

  @Test
  void brokenLinesAreNamed() {
    assertThatThrownBy(() -> ReadLabels.of(LabelLetters.LABELS, List.of("a\t-\tc")))
        .hasMessage("line 1 has 3 fields; four are allowed");
    assertThatThrownBy(() -> ReadLabels.of(LabelLetters.LABELS, List.of("", "a\t-\tx\t1")))
        .hasMessageStartingWith("line 2, labels: \"x\"; allowed are -");
    assertThatThrownBy(() -> ReadLabels.of(LabelLetters.LABELS, List.of("a\t-\tc\t4")))
        .hasMessageStartingWith("line 1, confidence: \"4\"; allowed are 1, 2 and 3");
    assertThatThrownBy(
            () -> ReadLabels.of(LabelLetters.LABELS, List.of("a\t-\tc\t1", "a\t-\t-\t1")))
        .hasMessage("line 2, id: a stands twice");
  }
}
