package dev.frontline.classify.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.classification.Labels;
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

  private static ReadLabels labels(String... lines) {
    return ReadLabels.of(Post.READ, LabelLetters.LABELS, List.of(lines));
  }

  @Test
  void readPostsCarryTheirLabelsAndBrand() {
    ReadLabels labels = labels("# a remark", "a\tMorrowby\tcq\t3", "b\t-\t-\t1");

    List<Post> read =
        labels.read(List.of(post("a", "2013"), post("b", "kettles"), post("c", "kettles")));

    assertThat(read).extracting(Post::group).containsExactly("Morrowby", "kettles");
    assertThat(read).extracting(p -> p.label(Labels.COMPLAINT)).containsExactly(1, 0);
    assertThat(read).extracting(p -> p.label(Labels.QUESTION)).containsExactly(1, 0);
    assertThat(read).extracting(p -> p.label(Labels.URGENT)).containsOnly(-1);
    assertThat(read).extracting(Post::confidence).containsExactly(3, 1);
    assertThat(read).extracting(Post::sentiment).containsOnlyNulls();
    assertThat(read).extracting(Post::source).containsOnly(Post.READ);
  }

  @Test
  void whatWasKnownBeforeIsNotReadAgain() {
    Post known = post("a", "kettles");
    known.set(Labels.COMPLAINT, 0);

    Post read = labels("a\t-\tcp\t2").read(List.of(known)).get(0);

    assertThat(read.label(Labels.COMPLAINT)).isEqualTo(-1);
    assertThat(read.label(Labels.PRAISE)).isOne();
    assertThat(known.label(Labels.PRAISE)).isEqualTo(-1);
    assertThat(known.confidence()).isZero();
  }

  @Test
  void ofTheToneNothingElseIsTold() {
    ReadLabels tone = ReadLabels.of(Post.READ_TONE, LabelLetters.TONE, List.of("a\t-\tt\t3"));

    Post read = tone.read(List.of(post("a", "kettles"))).get(0);

    assertThat(read.label(Labels.TOXIC)).isOne();
    assertThat(read.label(Labels.COMPLAINT)).isEqualTo(-1);
  }

  @Test
  void whatShipsCanBeRead() {
    Post nobodys = post("nobody's", "kettles");

    assertThat(ReadLabels.shipped().has(nobodys)).isFalse();
    assertThat(ReadLabels.shippedTone().has(nobodys)).isFalse();
  }

  @Test
  void brokenLinesAreNamed() {
    assertThatThrownBy(() -> labels("a\t-\tc")).hasMessage("line 1 has 3 fields; four are allowed");
    assertThatThrownBy(() -> labels("", "a\t-\tx\t1"))
        .hasMessage("line 2, labels: \"x\"; allowed are - and c, l, n, p, q, r");
    assertThatThrownBy(() -> labels("a\t-\tc\t4"))
        .hasMessage("line 1, confidence: \"4\"; allowed are 1, 2 and 3");
    assertThatThrownBy(() -> labels("a\t-\tc\t1", "a\t-\t-\t1"))
        .hasMessage("line 2, id: a stands twice");
  }
}
