package dev.frontline.classify.encoder;

import java.util.List;
import java.util.Random;

/** Texts of all that a post may hold, put together by chance and the same ones each time. */
final class MixedTexts {

  private static final List<String> PARTS =
      List.of(
          "late",
          "Unaffable",
          "WAITING",
          "embeddings",
          "can't",
          "#NeverAgain",
          "$5.99",
          "[SEP]",
          "##ing",
          "snake_case",
          "www",
          "http",
          "HTTPS://Shop.Example/x?y=1",
          "http://",
          "http:/x",
          "https://x",
          "httpss://x",
          "www.",
          "wWw.a.example/ä",
          "wwww.a",
          "@Morrowby",
          "@a",
          "@@b",
          "@a.b-c@d.example",
          "@a..b",
          "@x_9-",
          "@www.a.example",
          "@tillerbean.http://a",
          "@josé",
          "mail@a.example",
          "é",
          "Ångström",
          "naïve",
          "e\u0301\u0323",
          "\u0323\u0301",
          "q\u302E\u1BAA\u0323",
          "İstanbul",
          "DİYARBAKIR",
          "straße",
          "ẞ",
          "ΟΔΟΣ",
          "Σ",
          "ΣΑΣ'",
          "Ω\u2126\u212A\u212B",
          "Привет",
          "Й",
          "مرحبًا",
          "हिन्दी",
          "ไทย",
          "東京",
          "\uFA10",
          "\uD87E\uDC00",
          "\uD840\uDC0B",
          "カナ",
          "がギぐ",
          "한국어",
          "\u1112\u1161\u11AB",
          "😀",
          "👩\u200D👧",
          "❤\uFE0F",
          "\uD835\uDD04",
          "\uD834\uDD5E",
          "\uD801\uDC00",
          "“so—so”",
          "…",
          "¿",
          "€",
          "½",
          "ﬁ",
          "ǅ",
          "\uD83D",
          "\uDE00",
          "\u0000",
          "\u0007",
          "\u000B",
          "\f",
          "\u001A//",
          "\u007F",
          "\u0085",
          "\u200B",
          "\uFEFF",
          "\u00AD",
          "\uFFFD",
          "\uE000",
          "\u2028",
          "\u2000",
          "\u3000",
          "\u00A0",
          "\u0378",
          "x".repeat(99),
          "y".repeat(101),
          "ab".repeat(50),
          "\uD801\uDC01".repeat(60));

  private final Random random;

  MixedTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(random.nextInt(20) == 0 ? 200 : 12);
    boolean asciiOnly = random.nextInt(3) == 0;
    for (int i = 0; i < parts; i++) {
      String part = part();
      if (!asciiOnly || part.chars().allMatch(c -> c < 0x80)) {
        text.append(part).append(between());
      }
    }
    return text.toString();
  }

  private String part() {
    return switch (random.nextInt(10)) {
      case 0 -> Character.toString(random.nextInt(0x80));
      case 1 -> Character.toString(random.nextInt(0x10000));
      case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
      case 3 -> letters();
      case 4 -> cut(PARTS.get(random.nextInt(PARTS.size())));
      default -> PARTS.get(random.nextInt(PARTS.size()));
    };
  }

  private String letters() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private String cut(String part) {
    int from = random.nextInt(part.length());
    return part.substring(from, from + random.nextInt(part.length() - from + 1));
  }

  private String between() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> "";
      case 2 -> List.of("\n", "\t", ".", "-", "@", "/", "'", "\u200B").get(random.nextInt(8));
      default -> " ";
    };
  }
}
