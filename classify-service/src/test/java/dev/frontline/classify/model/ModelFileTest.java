package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  @Test
  void whatIsReadIsWrittenAlike() throws IOException {
    byte[] shipped = plain();

    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ModelFile.write(ModelFile.read(new ByteArrayInputStream(packed(shipped))), written);

    assertThat(unpacked(written.toByteArray())).isEqualTo(shipped);
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws IOException {
    byte[] shipped = plain();
    byte[] cut = packed(Arrays.copyOf(shipped, shipped.length - 1));

    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(cut)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends too early");
  }

  @Test
  void aFileWithoutTheConvolutionIsOfAnotherShape() throws IOException {
    byte[] shipped = plain();
    byte[] renamed = shipped.clone();
    byte[] name = "\"context\":{".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int at = indexOf(renamed, name);
    assertThat(at).isPositive();
    renamed[at + 1] = 'k';

    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(packed(renamed))))
        .isInstanceOf(IOException.class);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at <= bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] plain() throws IOException {
    try (InputStream in = ModelFile.class.getResourceAsStream(ModelFile.SHIPPED)) {
      assertThat(in).isNotNull();
      return unpacked(in.readAllBytes());
    }
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
