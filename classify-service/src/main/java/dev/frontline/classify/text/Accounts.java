package dev.frontline.classify.text;

/** What sort of account a mention names, as far as its name tells. */
final class Accounts {

  private static final String[] DESKS = {
    "help", "support", "care", "serv", "custom", "assist", "ask", "soporte", "ayuda", "hilft"
  };
  private static final String[] COMPANIES = {
    "uk",
    "usa",
    "india",
    "ireland",
    "canada",
    "hq",
    "inc",
    "official",
    "app",
    "online",
    "air",
    "airways",
    "airlines",
    "bank",
    "mobile",
    "store",
    "stores",
    "tv",
    "games",
    "energy",
    "rail",
    "trains",
    "group",
    "global"
  };

  private Accounts() {}

  /** Whether customers are answered there. */
  static boolean isDesk(Tokens tokens, int token) {
    for (String part : DESKS) {
      if (find(tokens, token, part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it ends as companies' names do. */
  static boolean isCompany(Tokens tokens, int token) {
    for (String end : COMPANIES) {
      if (at(tokens, tokens.to[token] - end.length(), token, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean find(Tokens tokens, int token, String part) {
    for (int i = tokens.from[token]; i <= tokens.to[token] - part.length(); i++) {
      if (at(tokens, i, token, part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(Tokens tokens, int from, int token, String part) {
    if (from < tokens.from[token]) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (tokens.chars[from + i] != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
