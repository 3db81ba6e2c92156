package dev.frontline.ingest.listening;

import dev.frontline.ingest.listening.Token.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads listening queries. Words side by side must all be there; {@code AND}, {@code OR}, {@code
 * NOT} (or {@code -}) and brackets combine them, {@code AND} before {@code OR}.
 *
 * <pre>
 * either := all (OR all)*
 * all    := one ((AND)? one)*
 * one    := (NOT one) | '(' either ')' | field:value | near
 * near   := some (NEAR/n some)*     with at most n words between them, in any order
 * some   := what | '(' what (OR what)* ')'
 * what   := word | wor* | w?rd | "a phrase" | "a phrase"~n
 * </pre>
 *
 * A phrase holds words, words with a wildcard, and alternatives: {@code "(kettle OR pot) burn*"~5}.
 *
 * <p>Fields: {@code author: lang: network: site: followers:>1000 has:media has:link is:reply
 * is:repost}.
 */
public final class QueryLanguage {

  /** Longest text of a query, in characters. */
  public static final int LONGEST = 20_000;

  private static final int DEEPEST = 20;
  private static final int MOST_BETWEEN = 50;
  private static final int MOST_PIECES = 1_000;
  private static final String SOMETHING = "expected a word, a \"phrase\", a field or (";

  private static final String BESIDE_NEAR =
      "expected words or \"phrases\" with OR between them: other brackets are not beside NEAR";

  private final List<Token> tokens;
  private final Pieces pieces = new Pieces();
  private int next;

  private QueryLanguage(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** What the text means, or where it is wrong. */
  public static Reading read(String text) {
    try {
      if (text.length() > LONGEST) {
        throw new QueryFault(LONGEST, "it goes on", "expected at most 20,000 characters");
      }
      List<Token> tokens = Tokens.of(text);
      if (tokens.size() > MOST_PIECES) {
        throw new QueryFault(
            tokens.get(MOST_PIECES).at(), "it goes on", "expected at most 1,000 words");
      }
      QueryLanguage reader = new QueryLanguage(tokens);
      Clause whole = reader.whole();
      return new Reading.Understood(whole.query(), reader.pieces.wildcards(), whole.terms());
    } catch (QueryFault e) {
      return e.told(text);
    }
  }

  /** The query that finds any of the words and phrases, as lists of terms mean it. */
  public static String anyOf(List<String> terms) {
    return String.join(
        " OR ",
        terms.stream()
            .map(term -> term.replaceAll("[\"\u201c\u201d*?()]", " ").strip())
            .filter(term -> !Words.ofQuery(term).isEmpty())
            .map(term -> "\"" + term + "\"")
            .distinct()
            .toList());
  }

  private Clause whole() throws QueryFault {
    Clause query = either(0);
    Token rest = peek();
    if (rest.type() == Type.NEAR) {
      throw new QueryFault(
          rest.at(), "NEAR after a field", "expected a word, a \"phrase\" or brackets before it");
    }
    if (rest.type() != Type.END) {
      throw new QueryFault(
          rest.at(), "'" + rest.text() + "' closes nothing", "expected AND, OR, NOT or the end");
    }
    return query;
  }

  private Clause either(int depth) throws QueryFault {
    if (depth > DEEPEST) {
      throw new QueryFault(peek().at(), "brackets in brackets", "expected at most 20 deep");
    }
    List<Clause> some = new ArrayList<>();
    some.add(all(depth));
    while (peek().type() == Type.OR) {
      next++;
      some.add(all(depth));
    }
    return Clause.any(some);
  }

  private Clause all(int depth) throws QueryFault {
    int start = peek().at();
    List<Clause> wanted = new ArrayList<>();
    List<Clause> unwanted = new ArrayList<>();
    boolean afterAnd = false;
    while (afterAnd || continues(peek().type(), wanted.isEmpty() && unwanted.isEmpty())) {
      boolean not = false;
      while (peek().type() == Type.NOT) {
        not = !not;
        next++;
      }
      (not ? unwanted : wanted).add(one(depth));
      afterAnd = peek().type() == Type.AND;
      if (afterAnd) {
        next++;
      }
    }
    if (wanted.isEmpty()) {
      throw new QueryFault(
          start, "only what must not be there", "expected something to look for as well");
    }
    return Clause.all(wanted, unwanted);
  }

  private static boolean continues(Type type, boolean first) {
    return switch (type) {
      case WORD, PHRASE, FIELD, OPEN, NOT -> true;
      case OR, CLOSE, END, AND, NEAR -> first;
    };
  }

  private Clause one(int depth) throws QueryFault {
    if (peek().type() == Type.OPEN && isBesideNear()) {
      return near();
    }
    Token token = take();
    switch (token.type()) {
      case OPEN -> {
        Clause inner = either(depth + 1);
        Token close = take();
        if (close.type() != Type.CLOSE) {
          throw new QueryFault(
              close.at(), "'" + close.text() + "'", "expected ) for the ( at " + (token.at() + 1));
        }
        return inner;
      }
      case FIELD -> {
        Token value = take();
        return new Clause(
            Fields.query(token, value), SearchTerms.none(token.text() + ":" + value.text()));
      }
      case WORD, PHRASE -> {
        if (peek().type() != Type.NEAR) {
          return pieces.clause(token);
        }
        next--;
        return near();
      }
      case END -> throw new QueryFault(token.at(), "it ends here", SOMETHING);
      default -> throw new QueryFault(token.at(), "'" + token.text() + "'", SOMETHING);
    }
  }

  private Clause near() throws QueryFault {
    Token first = peek();
    List<Place> parts = new ArrayList<>();
    parts.add(place());
    int between = 0;
    while (peek().type() == Type.NEAR) {
      Token near = take();
      between = Math.max(between, Integer.parseInt(near.text()));
      if (between > MOST_BETWEEN) {
        throw new QueryFault(near.at(), "NEAR/" + between, "expected at most NEAR/50");
      }
      parts.add(place());
    }
    return pieces.near(parts, between, first);
  }

  /** A word, a phrase, or brackets of them. */
  private Place place() throws QueryFault {
    Token part = take();
    if (part.type() != Type.OPEN) {
      return pieces.place(word(part, "expected a word, a \"phrase\" or brackets beside NEAR"));
    }
    List<Place> some = new ArrayList<>();
    Token after;
    do {
      some.add(pieces.place(word(take(), BESIDE_NEAR)));
      after = take();
    } while (after.type() == Type.OR);
    if (after.type() != Type.CLOSE) {
      throw new QueryFault(after.at(), "'" + after.text() + "'", BESIDE_NEAR);
    }
    return Place.any(some);
  }

  private static Token word(Token token, String expected) throws QueryFault {
    if (token.type() != Type.WORD && token.type() != Type.PHRASE) {
      throw new QueryFault(token.at(), "'" + token.text() + "'", expected);
    }
    return token;
  }

  /** Whether NEAR follows the bracket that closes the one here. */
  private boolean isBesideNear() {
    int open = 0;
    for (int i = next; i < tokens.size(); i++) {
      Type type = tokens.get(i).type();
      open += type == Type.OPEN ? 1 : type == Type.CLOSE ? -1 : 0;
      if (open == 0) {
        return tokens.get(i + 1).type() == Type.NEAR;
      }
    }
    return false;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.type() != Type.END) {
      next++;
    }
    return token;
  }
}
