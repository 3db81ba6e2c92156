package dev.frontline.ingest.listening;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Fields of a query: what is known of a post besides its words. */
final class Fields {

  private static final List<String> KNOWN =
      List.of("author", "followers", "has", "is", "lang", "network", "site");
  private static final Set<String> HAS = Set.of("media", "link");
  private static final Set<String> IS = Set.of("reply", "repost");
  private static final Pattern NUMBER = Pattern.compile("(>=|<=|>|<|=)?(\\d{1,12})(k|m)?");
  private static final Pattern LANG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

  private Fields() {}

  static Query query(Token field, Token value) throws QueryFault {
    String name = field.text().toLowerCase(Locale.ROOT);
    if (!KNOWN.contains(name)) {
      throw new QueryFault(
          field.at(),
          "there is no field '" + field.text() + "'",
          "expected one of "
              + String.join(", ", KNOWN)
              + "; quotation marks around it where the colon is part of a name");
    }
    if (value.type() != Token.Type.WORD && value.type() != Token.Type.PHRASE) {
      throw new QueryFault(
          value.at(), "nothing after " + name + ":", "expected its value without a space");
    }
    String text = value.text().replaceAll("[\"\u201c\u201d]", "").strip();
    if (text.replaceFirst("^@", "").isEmpty()) {
      throw new QueryFault(
          value.at(), "nothing after " + name + ":", "expected its value without a space");
    }
    if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      throw new QueryFault(
          value.at(), "a wildcard after " + name + ":", "expected the whole value");
    }
    return switch (name) {
      case "author" -> term(PostDocument.AUTHOR, PostDocument.authorName(text));
      case "network" -> term(PostDocument.NETWORK, text.toLowerCase(Locale.ROOT));
      case "lang" -> {
        String tag = text.toLowerCase(Locale.ROOT);
        if (!LANG.matcher(tag).matches()) {
          throw new QueryFault(
              value.at(), "'" + text + "'", "expected a language such as en or pt-br");
        }
        yield term(PostDocument.LANG, tag);
      }
      case "site" ->
          term(
              PostDocument.SITE,
              text.toLowerCase(Locale.ROOT)
                  .replaceFirst("^https?://", "")
                  .replaceFirst("/.*$", ""));
      case "has" -> oneOf(PostDocument.HAS, text, HAS, value);
      case "is" -> oneOf(PostDocument.IS, text, IS, value);
      default -> followers(text, value);
    };
  }

  private static Query oneOf(String field, String text, Set<String> allowed, Token value)
      throws QueryFault {
    String word = text.toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      throw new QueryFault(
          value.at(),
          "'" + text + "'",
          "expected " + String.join(" or ", allowed.stream().sorted().toList()));
    }
    return term(field, word);
  }

  private static Query followers(String text, Token value) throws QueryFault {
    String[] ends = text.toLowerCase(Locale.ROOT).split("\\.\\.", 2);
    if (ends.length == 2) {
      return between(ends, value);
    }
    Matcher parts = NUMBER.matcher(ends[0]);
    if (!parts.matches()) {
      throw new QueryFault(
          value.at(), "'" + text + "'", "expected a number such as >1000, <=50k, 2m or 1000..5000");
    }
    long number = number(parts);
    String sign = parts.group(1) == null ? ">=" : parts.group(1);
    return switch (sign) {
      case ">" -> LongPoint.newRangeQuery(PostDocument.FOLLOWERS, number + 1, Long.MAX_VALUE);
      case "<" -> LongPoint.newRangeQuery(PostDocument.FOLLOWERS, 0, number - 1);
      case "<=" -> LongPoint.newRangeQuery(PostDocument.FOLLOWERS, 0, number);
      case "=" -> LongPoint.newExactQuery(PostDocument.FOLLOWERS, number);
      default -> LongPoint.newRangeQuery(PostDocument.FOLLOWERS, number, Long.MAX_VALUE);
    };
  }

  private static Query between(String[] ends, Token value) throws QueryFault {
    Matcher low = NUMBER.matcher(ends[0]);
    Matcher high = NUMBER.matcher(ends[1]);
    if (!low.matches() || !high.matches() || low.group(1) != null || high.group(1) != null) {
      throw new QueryFault(
          value.at(), "'" + value.text() + "'", "expected two numbers such as 1000..5000");
    }
    if (number(low) > number(high)) {
      throw new QueryFault(
          value.at(), "'" + value.text() + "'", "expected the smaller number before ..");
    }
    return LongPoint.newRangeQuery(PostDocument.FOLLOWERS, number(low), number(high));
  }

  private static long number(Matcher parts) {
    long number = Long.parseLong(parts.group(2));
    if (parts.group(3) == null) {
      return number;
    }
    return number * (parts.group(3).equals("k") ? 1_000 : 1_000_000);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
