package dev.frontline.classify.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Word pieces by the rules one after another, each over the whole text: slow and obvious. */
final class SlowWordPiece {

  private static final int LONGEST = 1_500;
  private static final int LONGEST_WORD = 100;
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@\\w+(?:[.@-]\\w+)*");

  private final Map<String, Integer> vocabulary = new HashMap<>();

  SlowWordPiece() throws IOException {
    try (InputStream file = SlowWordPiece.class.getResourceAsStream(Vocabulary.SHIPPED)) {
      JsonNode pieces = new ObjectMapper().readTree(file).path("model").path("vocab");
      pieces.fields().forEachRemaining(p -> vocabulary.put(p.getKey(), p.getValue().intValue()));
    }
  }

  /** The number of a piece, one within a word with its two hashes. */
  @Nullable Integer id(String piece) {
    return vocabulary.get(piece);
  }

  /** The letters of each piece of small ASCII letters, by its number. */
  Map<Integer, String> piecesOfSmallLetters() {
    Map<Integer, String> letters = new HashMap<>();
    vocabulary.forEach(
        (piece, id) -> {
          if (piece.matches("(##)?[a-z]+")) {
            letters.put(id, piece.replace("##", ""));
          }
        });
    return letters;
  }

  List<Integer> ids(String post, int most) {
    List<Integer> ids = new ArrayList<>();
    for (String word : apart(plain(namesAlike(post))).split(" ")) {
      if (!word.isEmpty()) {
        ids.addAll(pieces(word));
      }
    }
    List<Integer> framed = new ArrayList<>(ids.subList(0, Math.min(ids.size(), most - 2)));
    framed.add(0, vocabulary.get("[CLS]"));
    framed.add(vocabulary.get("[SEP]"));
    return framed;
  }

  private static String namesAlike(String post) {
    String cut = post.substring(0, Math.min(post.length(), LONGEST));
    return MENTION.matcher(LINK.matcher(cut).replaceAll("http")).replaceAll("@user");
  }

  static String plain(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> Letters.isSpace(c) || !Letters.isControl(c))
        .map(c -> Letters.isSpace(c) ? ' ' : c)
        .forEach(kept::appendCodePoint);
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(kept, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  private static String apart(String text) {
    StringBuilder parted = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean alone = Letters.isPunctuation(c) || Letters.isChinese(c);
              parted.append(alone ? " " : "").appendCodePoint(c).append(alone ? " " : "");
            });
    return parted.toString();
  }

  private List<Integer> pieces(String word) {
    List<Integer> unknown = List.of(vocabulary.get("[UNK]"));
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return unknown;
    }
    List<Integer> found = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
        to = word.offsetByCodePoints(to, -1);
      }
      if (to == from) {
        return unknown;
      }
      found.add(vocabulary.get(piece(word, from, to)));
      from = to;
    }
    return found;
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : "##") + word.substring(from, to);
  }
}
