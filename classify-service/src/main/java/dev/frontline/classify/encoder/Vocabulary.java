package dev.frontline.classify.encoder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces that the encoder was trained on and their numbers; read-only. */
public final class Vocabulary {

  static final String CONTINUED = "##";

  private final Map<String, Integer> whole;
  private final Map<String, Integer> continued;

  private Vocabulary(Map<String, Integer> whole, Map<String, Integer> continued) {
    this.whole = whole;
    this.continued = continued;
  }

  /**
   * Reads {@code model.vocab} of a {@code tokenizer.json}.
   *
   * @throws IOException where the file has none
   */
  public static Vocabulary read(InputStream file) throws IOException {
    Map<String, Integer> whole = new HashMap<>(1 << 16);
    Map<String, Integer> continued = new HashMap<>(1 << 14);
    try (JsonParser json = new JsonFactory().createParser(file)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && "vocab".equals(json.currentName())) {
          json.nextToken();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String piece = json.currentName();
            int id = json.nextIntValue(-1);
            if (piece.startsWith(CONTINUED) && piece.length() > CONTINUED.length()) {
              continued.put(piece.substring(CONTINUED.length()), id);
            } else {
              whole.put(piece, id);
            }
          }
          return new Vocabulary(whole, continued);
        }
      }
    }
    throw new IOException("the tokenizer file has no vocabulary");
  }

  /** The number of a piece that begins a word, null where there is none. */
  @Nullable Integer whole(String piece) {
    return whole.get(piece);
  }

  /** The number of a piece within a word, given without its two hashes. */
  @Nullable Integer continued(String piece) {
    return continued.get(piece);
  }

  /**
   * The number of a mark such as {@code [CLS]}.
   *
   * @throws IllegalArgumentException where the vocabulary lacks it
   */
  int mark(String name) {
    Integer id = whole.get(name);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + name);
    }
    return id;
  }
}
