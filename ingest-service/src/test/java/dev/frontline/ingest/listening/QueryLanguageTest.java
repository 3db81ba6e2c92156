package dev.frontline.ingest.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Media;
import dev.frontline.ingest.post.Post;
import java.time.Instant;
import java.util.List;
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
        "\"kett* leaks\" | 6 | whole words",
        "colour:red | 1 | expected one of author, followers",
        "followers:many | 11 | expected a number",
        "has:wings | 5 | expected link or media",
        "lang:english! | 6 | expected a language",
        "NOT kettle | 1 | something to look for",
        "kettle OR NOT pot | 11 | something to look for",
        "kettle NEAR/99 pot | 8 | at most NEAR/50",
        "kettle NEAR pot* | 16 | whole words",
        "(kettle OR pot) NEAR lid | 17 | before it",
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
