package dev.frontline.ingest.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Media;
import dev.frontline.ingest.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "kettle | my Kettle leaks | true",
        "kettle | my kettles leak | false",
        "kettle | #kettle is on | true",
        "#kettle | #Kettle is on | true",
        "#kettle | my kettle leaks | false",
        "@ana | thanks @ana! | true",
        "@ana | thanks ana | false",
        "@jo.doe | hi @jo.doe, well | true",
        "jo | hi @jo.doe | true",
        "doe | hi @jo.doe | true",
        "café | the CAFE kettle | true",
        "cafe | Café! | true",
        "naïve straße | a naive Straße | true",
        "kettle leaks | it leaks, my kettle | true",
        "kettle AND leaks | my kettle sings | false",
        "kettle OR teapot | a teapot | true",
        "kettle NOT bell | kettle bell | false",
        "kettle -bell | kettle bell | false",
        "kettle NOT bell | a kettle | true",
        "kettle AND (leaks OR drips) NOT old | my kettle drips | true",
        "kettle AND (leaks OR drips) NOT old | my old kettle drips | false",
        "a OR b AND c | a | true",
        "a OR b AND c | b | false",
        "\"right to repair\" | the right to repair it | true",
        "\"right to repair\" | the right of repair | false",
        "\"kettle leaks\"~2 | kettle always badly leaks | true",
        "\"kettle leaks\"~1 | kettle always badly leaks | false",
        "kettle NEAR/2 leaks | leaks a kettle | true",
        "kettle NEAR/2 leaks | leaks one two three kettle | false",
        "\"my kettle\" NEAR/3 leaks | it leaks, my kettle | true",
        "\"kettle* burn*\"~5 | my kettles got badly burnt | true",
        "\"kettle* burn*\"~1 | my kettles got badly burnt | false",
        "\"kettle* burn*\"~5 | burnt by two kettles | true",
        "\"kettle* burn*\"~2 | burnt by kettles | false",
        "\"kettle* burn*\" | kettles burn well | true",
        "\"kettle* burn*\" | burn kettles | false",
        "\"kettle* kettle*\"~5 | one kettle alone | false",
        "\"the kett* leaks\" | the kettle leaks | true",
        "\"the kett* leaks\" | the old kettle leaks | false",
        "\"ke?tle leaks\" | the kextle leaks | true",
        "\"is it hot?\" | is it hot, then | true",
        "\"kettle*, burnt!\" | kettles burnt | true",
        "\"(kettle OR pot) (burn OR fire)\"~5 | the pot is on fire | true",
        "\"(kettle OR pot) (burn OR fire)\"~5 | fire below the pot | true",
        "\"(kettle OR pot) (burn OR fire)\"~5 | the pan is on fire | false",
        "\"(kettle OR tea pot) fire\"~1 | a tea pot, fire | true",
        "\"(kettle OR tea pot) fire\"~1 | a pot, fire | false",
        "\"(kettl* OR pot) on fire\" | kettles on fire | true",
        "\"(kettle OR pot) burn*\"~5 | pots burnt, not kettle | true",
        "\"a kettle (electric) leaks\" | a kettle: electric, leaks | true",
        "\"(東京 OR 大阪) kettle\"~3 | 私は大阪に kettle | true",
        "\"(café OR بار) kettle\"~1 | Cafe kettle | true",
        "\"#kettl* leaks\"~2 | a #kettleday, it leaks | true",
        "kettle* NEAR/2 burn* | burnt my kettles | true",
        "kettle* NEAR/2 burn* | burnt one two three kettles | false",
        "(kettle OR pot) NEAR/3 (burn* OR fire) | fire near the pot | true",
        "(kettle OR pot) NEAR/3 (burn* OR fire) | fire near the pan | false",
        "(kettle OR \"tea pot\") NEAR/3 fire NOT old | a tea pot on fire | true",
        "(kettle OR \"tea pot\") NEAR/3 fire NOT old | an old tea pot on fire | false",
        "\"kettle leaks\"~2 NEAR/3 badly | the kettle now leaks badly | true",
        "kettl* | kettles and pots | true",
        "ke?tle | kextle | true",
        "#slow* | a #slowsunday | true",
        "kettle's | my kettle's lid | true",
        "morrowby | see morrowby.example/x | true",
        "東京 | 私は東京に住む | true",
        "東京 | 京東 | false",
        "삼성 | 삼성이 좋다 | true",
        "ガス | カス | false",
        "الشركة | شركه جيده | false",
        "شركة | الشركة جيدة | true",
        "أحمد | احمد هنا | true",
        "ＡＣＭＥ | acme | true",
        "kettle | \u202ekettle\u200b | true"
      })
  void findsWhatItSays(String query, String text, boolean expected) {
    assertThat(meets(query, post(text).build())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "author:ana | true",
        "author:@Ana | true",
        "author:jo | false",
        "lang:en | true",
        "lang:en-gb | true",
        "lang:de | false",
        "network:mastodon | true",
        "network:x | false",
        "site:example.com | true",
        "site:news.example.com | true",
        "site:other.com | false",
        "followers:>1000 | true",
        "followers:>1500 | false",
        "followers:>=1500 | true",
        "followers:<2k | true",
        "followers:=1500 | true",
        "followers:2m | false",
        "followers:1000..2k | true",
        "followers:1k..1499 | false",
        "followers:1500..1500 | true",
        "has:media | true",
        "has:link | false",
        "is:reply | true",
        "is:repost | false",
        "kettle lang:en followers:>1000 | true",
        "kettle NOT is:reply | false"
      })
  void looksAtWhatIsKnownOfThePost(String query, boolean expected) {
    assertThat(
            meets(
                query,
                new Post.Content(
                    "mastodon:1",
                    "mastodon",
                    new Author("ana", "ana", null, 1500L, null, null),
                    "a kettle",
                    "en-GB",
                    Instant.EPOCH,
                    null,
                    "https://news.example.com/a/1",
                    "mastodon:0",
                    null,
                    null,
                    List.of(new Media("image", "https://x.invalid/1", null)),
                    Engagement.NONE)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "-",
      value = {
        "kettle AND | 11 | expected a word",
        "kettle AND ) | 12 | expected a word",
        "(kettle OR pot | 15 | expected ) for the ( at 1",
        "kettle) | 7 | expected AND, OR, NOT or the end",
        "\"right to | 1 | must be closed",
        "*ettle | 1 | two letters or more",
        "k*ettle | 2 | two letters or more",
        "\"k* leaks\" | 3 | two letters or more",
        "\"a *ettle\" | 4 | two letters or more",
        "\"5 * 3\" | 4 | two letters or more",
        "\"(kettle OR *ot) leaks\" | 13 | two letters or more",
        "\"a (kettle OR pot burn\" | 4 | expected ) before",
        "\"(kettle OR !) burn\" | 13 | expected a word",
        "\"ket.t* burn\" | 5 | letters, digits",
        "aa*b*c*d*e* | 11 | at most 4",
        "\"aa*b*c*d?e*f leaks\" | 12 | at most 4",
        "東京* | 1 | the name alone",
        "\"()\" | 1 | expected a word",
        "author:ana* | 8 | the whole value",
        "author:@ | 8 | its value",
        "site:\"\" | 6 | its value",
        "re:invent | 1 | quotation marks around it",
        "followers:5k..1k | 11 | the smaller number",
        "followers:1..x | 11 | two numbers",
        "kettle \"\uD83D\uDD25 a\" AND | 17 | expected a word",
        "colour:red | 1 | expected one of author, followers",
        "followers:many | 11 | expected a number",
        "has:wings | 5 | expected link or media",
        "lang:english! | 6 | expected a language",
        "NOT kettle | 1 | something to look for",
        "kettle OR NOT pot | 11 | something to look for",
        "kettle NEAR/99 pot | 8 | at most NEAR/50",
        "kettle NEAR p* | 14 | two letters or more",
        "(kettle pot) NEAR lid | 9 | OR between them",
        "(kettle OR (pot lid)) NEAR fire | 12 | OR between them",
        "kettle NEAR (pot OR NOT lid) | 21 | OR between them",
        "kettle NEAR (pot OR lid | 24 | OR between them",
        "kettle NEAR lang:en | 13 | beside NEAR",
        "lang:en NEAR kettle | 9 | before it",
        "!!! | 1 | expected a word",
        "followers: | 11 | its value",
        "\"a b\"~x | 6 | a number up to 50"
      })
  void namesWhereAQueryIsWrongAndWhatWasExpected(String query, int position, String expected) {
    assertThat(QueryLanguage.read(query))
        .isInstanceOfSatisfying(
            Reading.Wrong.class,
            wrong -> {
              assertThat(wrong.position()).isEqualTo(position);
              assertThat(wrong.expected()).contains(expected);
            });
  }

  @Test
  void aQueryWithMoreWildcardsThanFiftyIsRefused() {
    String many = "aa* ".repeat(48) + "\"bb* cc*\"~3";

    assertThat(QueryLanguage.read(many)).isInstanceOf(Reading.Understood.class);
    assertThat(QueryLanguage.read(many + " dd*"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class,
            wrong -> assertThat(wrong.inWords()).contains("at character 205", "at most 50"));
  }

  @Test
  void bracketsThatMultiplyAreRefusedBeforeTheyDo() {
    String bracket = "(a b OR c d OR e f OR g h OR i j)";

    assertThat(QueryLanguage.read("\"" + bracket + bracket + "\"~5"))
        .isInstanceOf(Reading.Understood.class);
    assertThat(QueryLanguage.read("\"" + bracket.repeat(30) + "\"~5"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class,
            wrong -> assertThat(wrong.expected()).contains("fewer alternatives"));
  }

  @Test
  void noTextBreaksItAndWhatItTakesCanBeMatched() {
    List<String> pieces =
        List.of(
            "kettle",
            "kett*",
            "k?t",
            "\"",
            "(",
            ")",
            " OR ",
            " AND ",
            " NOT ",
            " NEAR/3 ",
            "~5",
            " ",
            "-",
            "#",
            "@",
            "*",
            "?",
            "lang:",
            "followers:",
            "1..2",
            ">",
            "en",
            "東京",
            "شركة",
            "\uD83D\uDD25",
            "\u0301",
            ":",
            "|",
            "a b OR c",
            "site:",
            "author:",
            "\u202e",
            "%n");
    Random random = new Random(3);
    List<Post.Content> posts = List.of(post("kettle leaks 東京").build(), post("en a b").build());
    int understood = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 1 + random.nextInt(12); k++) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Reading reading = QueryLanguage.read(text.toString());
      if (reading instanceof Reading.Wrong wrong) {
        assertThat(wrong.position()).as(text.toString()).isBetween(1, text.length() + 1);
      } else if (understood++ % 50 == 0) {
        try (StoredQueries stored =
            new StoredQueries(
                List.of(new ListeningQuery("q", Match.Kind.TOPIC, "q", text.toString())))) {
          assertThat(stored.of(posts)).hasSize(2);
        }
      }
    }
    assertThat(understood).isGreaterThan(1_000);
  }

  private static boolean meets(String query, Post.Content post) {
    assertThat(QueryLanguage.read(query)).isInstanceOf(Reading.Understood.class);
    try (StoredQueries stored =
        new StoredQueries(List.of(new ListeningQuery("q", Match.Kind.TOPIC, "q", query)))) {
      boolean alone = !stored.of(List.of(post)).get(0).isEmpty();
      List<List<Match>> together =
          stored.of(List.of(post("else").build(), post, post("pot").build()));
      assertThat(!together.get(1).isEmpty()).isEqualTo(alone);
      return alone;
    }
  }

  private record Sketch(String text) {
    Post.Content build() {
      return new Post.Content(
          "x:1",
          "x",
          new Author("someone", null, null, null, null, null),
          text,
          null,
          Instant.EPOCH,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          Engagement.NONE);
    }
  }

  private static Sketch post(String text) {
    return new Sketch(text);
  }
}
