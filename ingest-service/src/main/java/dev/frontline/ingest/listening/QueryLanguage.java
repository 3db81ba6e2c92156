package dev.frontline.ingest.listening;

import dev.frontline.ingest.listening.Token.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Reads listening queries. Words side by side must all be there; {@code AND}, {@code OR}, {@code
 * NOT} (or {@code -}) and brackets combine them, {@code AND} before {@code OR}.
 *
 * <pre>
 * either := all (OR all)*
 * all    := one ((AND)? one)*
 * one    := (NOT one) | '(' either ')' | field:value | near
 * near   := what (NEAR/n what)*     words or phrases with at most n words between them, in any order
 * what   := word | wor* | w?rd | "a phrase" | "a phrase"~n
 * </pre>
 *
 * Fields: {@code author: lang: network: site: followers:>1000 has:media has:link is:reply
 * is:repost}.
 */
public final class QueryLanguage {

  /** Longest text of a query, in characters. */
  public static final int LONGEST = 20_000;

  private static final int DEEPEST = 20;
  private static final int MOST_BETWEEN = 50;
  private static final int MOST_PIECES = 1_000;
  private static final String SOMETHING = "expected a word, a \"phrase\", a field or (";

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
      Query query = reader.whole();
      return new Reading.Understood(query, reader.pieces.wildcards());
    } catch (QueryFault e) {
      return e.told();
    }
  }

  /** The query that finds any of the words and phrases, as lists of terms mean it. */
  public static String anyOf(List<String> terms) {
    return String.join(
        " OR ",
        terms.stream()
            .map(term -> term.replaceAll("[\"\u201c\u201d*]", " ").strip())
            .filter(term -> !Words.ofQuery(term).isEmpty())
            .map(term -> "\"" + term + "\"")
            .distinct()
            .toList());
  }

  private Query whole() throws QueryFault {
    Query query = either(0);
    Token rest = peek();
    if (rest.type() == Type.NEAR) {
      throw new QueryFault(
          rest.at(), "NEAR after brackets or a field", "expected a word or a \"phrase\" before it");
    }
    if (rest.type() != Type.END) {
      throw new QueryFault(
          rest.at(), "'" + rest.text() + "' closes nothing", "expected AND, OR, NOT or the end");
    }
    return query;
  }

  private Query either(int depth) throws QueryFault {
    if (depth > DEEPEST) {
      throw new QueryFault(peek().at(), "brackets in brackets", "expected at most 20 deep");
    }
    List<Query> some = new ArrayList<>();
    some.add(all(depth));
    while (peek().type() == Type.OR) {
      next++;
      some.add(all(depth));
    }
    if (some.size() == 1) {
      return some.get(0);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    some.forEach(one -> any.add(one, Occur.SHOULD));
    return any.build();
  }

  private Query all(int depth) throws QueryFault {
    int start = peek().at();
    List<Query> wanted = new ArrayList<>();
    List<Query> unwanted = new ArrayList<>();
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
    if (wanted.size() == 1 && unwanted.isEmpty()) {
      return wanted.get(0);
    }
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    wanted.forEach(one -> every.add(one, Occur.MUST));
    unwanted.forEach(one -> every.add(one, Occur.MUST_NOT));
    return every.build();
  }

  private static boolean continues(Type type, boolean first) {
    return switch (type) {
      case WORD, PHRASE, FIELD, OPEN, NOT -> true;
      case OR, CLOSE, END, AND, NEAR -> first;
    };
  }

  private Query one(int depth) throws QueryFault {
    Token token = take();
    switch (token.type()) {
      case OPEN -> {
        Query inner = either(depth + 1);
        Token close = take();
        if (close.type() != Type.CLOSE) {
          throw new QueryFault(
              close.at(), "'" + close.text() + "'", "expected ) for the ( at " + (token.at() + 1));
        }
        return inner;
      }
      case FIELD -> {
        return Fields.query(token, take());
      }
      case WORD, PHRASE -> {
        return near(token);
      }
      case END -> throw new QueryFault(token.at(), "it ends here", SOMETHING);
      default -> throw new QueryFault(token.at(), "'" + token.text() + "'", SOMETHING);
    }
  }

  private Query near(Token first) throws QueryFault {
    if (peek().type() != Type.NEAR) {
      return pieces.query(first);
    }
    List<Token> parts = new ArrayList<>();
    parts.add(first);
    int between = 0;
    while (peek().type() == Type.NEAR) {
      Token near = take();
      between = Math.max(between, Integer.parseInt(near.text()));
      if (between > MOST_BETWEEN) {
        throw new QueryFault(near.at(), "NEAR/" + between, "expected at most NEAR/50");
      }
      Token part = take();
      if (part.type() != Type.WORD && part.type() != Type.PHRASE) {
        throw new QueryFault(
            part.at(), "'" + part.text() + "'", "expected a word or a \"phrase\" after NEAR");
      }
      parts.add(part);
    }
    return pieces.near(parts, between);
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
