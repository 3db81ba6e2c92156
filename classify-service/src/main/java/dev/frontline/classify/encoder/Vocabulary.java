package dev.frontline.classify.encoder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The word pieces that the encoder was trained on and their numbers; read-only. */
public final class Vocabulary {

  /** The file that ships on the class path. */
  static final String SHIPPED = "/bge-small-en-v1.5-q-tokenizer.json";

  private static final String CONTINUED = "##";

  private final PieceTable whole;
  private final PieceTable continued;

  private Vocabulary(Map<String, Integer> whole, Map<String, Integer> continued) {
    this.whole = new PieceTable(whole);
    this.continued = new PieceTable(continued);
  }

  /**
   * Reads {@code model.vocab} of a {@code tokenizer.json}.
   *
   * @throws IOException where the file has none, or a piece in it has no number
   */
  public static Vocabulary read(InputStream file) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(file)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && "vocab".equals(json.currentName())) {
          json.nextToken();
          return pieces(json);
        }
      }
    }
    throw new IOException("the tokenizer file has no vocabulary");
  }

  private static Vocabulary pieces(JsonParser json) throws IOException {
    Map<String, Integer> whole = new HashMap<>(1 << 16);
    Map<String, Integer> continued = new HashMap<>(1 << 14);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String piece = json.currentName();
      int id = json.nextIntValue(-1);
      if (id < 0) {
        throw new IOException("vocab." + piece + " of the tokenizer file: a number from 0 on");
      }
      if (piece.startsWith(CONTINUED) && piece.length() > CONTINUED.length()) {
        continued.put(piece.substring(CONTINUED.length()), id);
      } else if (!piece.isEmpty()) {
        whole.put(piece, id);
      }
    }
    return new Vocabulary(whole, continued);
  }

  /** The pieces that begin a word. */
  PieceTable whole() {
    return whole;
  }

  /** The pieces within a word, without their two hashes. */
  PieceTable continued() {
    return continued;
  }

  /**
   * The number of a mark such as {@code [CLS]}.
   *
   * @throws IllegalArgumentException where the vocabulary lacks it
   */
  int mark(String name) {
    int id = whole.id(name);
    if (id == PieceTable.NONE) {
      throw new IllegalArgumentException("the vocabulary lacks " + name);
    }
    return id;
  }
}
