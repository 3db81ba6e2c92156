package dev.frontline.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.data.Post;
import dev.frontline.contracts.Json;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamiliesTest {

  private static Post post(String id, String group) {
    try {
      return Json.MAPPER.readValue(
          "{\"id\":\"" + id + "\",\"group\":\"" + group + "\",\"text\":\"so slow\"}", Post.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void brandsThatShareEventsAreOneFamilyAndSeveralBrands() {
    assertThat(Families.of(post("a", "iphonex"))).isEqualTo(Families.of(post("b", "sxsw")));
    assertThat(Families.of(post("a", "United"))).isEqualTo(Families.of(post("b", "American")));
    assertThat(Families.brand(post("a", "United"))).isEqualTo("United");
  }

  @Test
  void postsAboutNobodyAreDealtOutAlikeInBothSplits() {
    assertThat(Families.brand(post("a1", "random_reply")))
        .isEqualTo(Families.of(post("a1", "random_reply")))
        .isNotEqualTo(Families.brand(post("a2", "random_reply")));
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(i -> Families.brand(post("a" + i, "random_reply")))
                .collect(Collectors.toSet()))
        .hasSize(16);
  }
}
