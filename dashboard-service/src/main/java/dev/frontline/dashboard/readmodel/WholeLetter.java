package dev.frontline.dashboard.readmodel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with what it takes to send it again.
 *
 * @param value as it was; null where it is forgotten or was too large to keep
 * @param headers those it came with, without why it was set aside
 */
public record WholeLetter(DeadLetter letter, byte @Nullable [] value, Map<String, String> headers) {

  public WholeLetter {
    headers = Map.copyOf(headers);
  }

  /** The value as text; empty where it is none, or not kept. */
  public Optional<String> legible() {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The value for people to read, with a sign for every byte that is no text. */
  public String shown() {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  /**
   * What a form brought back, where a person changed it. Browsers send line ends as CR LF, which is
   * no change.
   */
  public Optional<String> mended(@Nullable String form) {
    Optional<String> was = legible();
    return form == null || was.isEmpty() || lines(form).equals(lines(was.get()))
        ? Optional.empty()
        : Optional.of(form);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
