package dev.frontline.classify.text;

import java.util.List;

/** What shows on a post's surface: links, marks, capitals, feelings in emoji, cues. */
public final class Surface {

  private static final List<String> OWN =
      List.of(
          "starts-with-mention",
          "mentions",
          "repost",
          "links",
          "link-last",
          "hashtags",
          "hashtag-share",
          "question-mark",
          "ends-with-question",
          "exclamation",
          "money",
          "digits",
          "capitals",
          "happy-emoji",
          "sad-emoji",
          "length",
          "short",
          "long",
          "ellipsis",
          "me-and-complaint",
          "me-and-lead",
          "news-and-risk",
          "link-and-risk",
          "negated-praise",
          "asks-and-lead",
          "wish-and-lead",
          "desk-mention",
          "company-mention",
          "risk");

  private static final int SHORTEST_SHOUT = 3;

  /** How many numbers describe a post. */
  public static final int SIZE = OWN.size() + CueCategory.COUNT;

  private final float[] values = new float[SIZE];

  /** Names of the numbers, in their order. */
  public static String name(int feature) {
    return feature < OWN.size()
        ? OWN.get(feature)
        : "cue:"
            + CueCategory.ALL.get(feature - OWN.size()).name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Where a category's sum stands among the numbers. */
  public static int indexOf(CueCategory category) {
    return OWN.size() + category.ordinal();
  }

  /** Where the sum of all kinds of risk stands among the numbers. */
  public static int riskIndex() {
    return OWN.size() - 1;
  }

  /** The numbers of the post; the same array is filled again by the next call. */
  public float[] read(CharSequence text, Tokens tokens, CueHits cues) {
    int users = 0;
    int links = 0;
    int tags = 0;
    int words = 0;
    int happy = 0;
    int sad = 0;
    int questions = 0;
    int shouts = 0;
    int money = 0;
    int dots = 0;
    int digits = 0;
    int capitals = 0;
    int desks = 0;
    int companies = 0;
    for (int i = 0; i < tokens.count(); i++) {
      switch (tokens.kind(i)) {
        case USER -> {
          users++;
          desks += Accounts.isDesk(tokens, i) ? 1 : 0;
          companies += Accounts.isCompany(tokens, i) ? 1 : 0;
        }
        case URL -> links++;
        case HASHTAG -> tags++;
        case BRAND -> {}
        case WORD -> {
          words++;
          if (tokens.to[i] > tokens.from[i] && tokens.chars[tokens.from[i]] == '0') {
            digits++;
          }
          if (isShouted(text, tokens, i)) {
            capitals++;
          }
        }
        case EMOJI -> {
          int polarity = Emoticons.polarity(text, tokens.start(i));
          happy += polarity > 0 ? 1 : 0;
          sad += polarity < 0 ? 1 : 0;
        }
        case MARK -> {
          char c = text.charAt(tokens.start(i));
          questions += c == '?' ? 1 : 0;
          shouts += c == '!' ? 1 : 0;
          money += c == '$' || c == '€' || c == '£' ? 1 : 0;
          dots += c == '…' ? 1 : 0;
        }
      }
    }
    int last = lastWorded(tokens);
    boolean endsAsking =
        last >= 0 && tokens.kind(last) == TokenKind.MARK && text.charAt(tokens.start(last)) == '?';
    boolean repost = tokens.count() > 1 && tokens.normal(0).equals("rt");
    float risk = cues.risk();
    float lead = cues.sum(CueCategory.LEAD);
    float[] own = {
      tokens.count() > 0 && tokens.kind(0) == TokenKind.USER ? 1 : 0,
      capped(users, 3),
      repost ? 1 : 0,
      capped(links, 2),
      tokens.count() > 0 && tokens.kind(tokens.count() - 1) == TokenKind.URL ? 1 : 0,
      capped(tags, 4),
      tokens.count() == 0 ? 0 : (float) tags / tokens.count(),
      capped(questions, 2),
      endsAsking ? 1 : 0,
      capped(shouts, 2),
      capped(money, 2),
      capped(digits, 3),
      words == 0 ? 0 : (float) capitals / words,
      capped(happy, 2),
      capped(sad, 2),
      (float) Math.log1p(words),
      words < 5 ? 1 : 0,
      words > 40 ? 1 : 0,
      capped(dots, 1),
      both(cues.sum(CueCategory.ME), cues.sum(CueCategory.COMPLAINT)),
      both(cues.sum(CueCategory.ME), lead),
      both(cues.sum(CueCategory.NEWS), risk),
      both(links, risk),
      both(cues.sum(CueCategory.NEGATION), cues.sum(CueCategory.PRAISE)),
      both(questions + cues.sum(CueCategory.QUESTION), lead),
      both(cues.sum(CueCategory.WISH), lead),
      capped(desks, 1),
      capped(companies, 1),
      risk
    };
    System.arraycopy(own, 0, values, 0, own.length);
    for (CueCategory category : CueCategory.ALL) {
      values[indexOf(category)] = cues.sum(category);
    }
    return values;
  }

  private static float capped(int count, int most) {
    return Math.min(count, most);
  }

  private static float both(float a, float b) {
    return Math.min(a, 2) * Math.min(b, 2) > 0 ? Math.min(b, 2) : 0;
  }

  private static boolean isShouted(CharSequence text, Tokens tokens, int token) {
    if (tokens.end(token) - tokens.start(token) < SHORTEST_SHOUT) {
      return false;
    }
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The last token that is neither a link, a hashtag nor an emoji: what the sentence ends with. */
  private static int lastWorded(Tokens tokens) {
    int i = tokens.count() - 1;
    while (i >= 0
        && (tokens.kind(i) == TokenKind.URL
            || tokens.kind(i) == TokenKind.HASHTAG
            || tokens.kind(i) == TokenKind.EMOJI)) {
      i--;
    }
    return i;
  }
}
