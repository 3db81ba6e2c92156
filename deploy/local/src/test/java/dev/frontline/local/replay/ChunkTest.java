package dev.frontline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkTest {

  private final Chunk chunk = new Chunk();

  @Test
  void long_posts_make_smaller_chunks_than_short_ones() {
    String longest = "é".repeat(50_000);
    while (chunk.fits(longest)) {
      chunk.add(longest);
    }

    assertThat(chunk.take()).hasSizeBetween(20, 42);
    assertThat(chunk.isEmpty()).isTrue();
  }

  @Test
  void a_chunk_has_at_most_five_hundred_lines() {
    for (int i = 0; i < 500; i++) {
      assertThat(chunk.fits("short")).isTrue();
      chunk.add("short");
    }

    assertThat(chunk.fits("short")).isFalse();
  }

  @Test
  void a_line_above_the_size_goes_alone() {
    assertThat(chunk.fits("x".repeat(5 << 20))).isTrue();
  }
}
