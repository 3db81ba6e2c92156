package dev.frontline.ingest.listening;

import dev.frontline.ingest.post.Post;
import java.net.URI;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A post as Lucene's queries see it. */
final class PostDocument {

  static final String TEXT = "text";
  static final String AUTHOR = "author";
  static final String LANG = "lang";
  static final String NETWORK = "network";
  static final String SITE = "site";
  static final String HAS = "has";
  static final String IS = "is";
  static final String FOLLOWERS = "followers";

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private PostDocument() {}

  static Document of(Post.Content post) {
    Document document = new Document();
    document.add(new Field(TEXT, post.text(), WORDS));
    document.add(word(NETWORK, post.network()));
    author(document, post.author().id());
    author(document, post.author().handle());
    if (post.author().followers() != null) {
      document.add(new LongPoint(FOLLOWERS, post.author().followers()));
    }
    String lang = post.lang();
    if (lang != null) {
      String tag = lang.toLowerCase(Locale.ROOT);
      document.add(word(LANG, tag));
      if (tag.contains("-")) {
        document.add(word(LANG, tag.substring(0, tag.indexOf('-'))));
      }
    }
    sites(document, post.url());
    if (!post.media().isEmpty()) {
      document.add(word(HAS, "media"));
    }
    if (post.text().contains("https://") || post.text().contains("http://")) {
      document.add(word(HAS, "link"));
    }
    if (post.inReplyTo() != null) {
      document.add(word(IS, "reply"));
    }
    if (post.repostOf() != null) {
      document.add(word(IS, "repost"));
    }
    return document;
  }

  private static void author(Document document, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      document.add(word(AUTHOR, authorName(name)));
    }
  }

  static String authorName(String name) {
    String folded = Folding.fold(name.strip());
    return folded.startsWith("@") ? folded.substring(1) : folded;
  }

  /** {@code news.example.com} stands on {@code example.com}, too. */
  private static void sites(Document document, @Nullable String url) {
    String host = url == null ? null : host(url);
    while (host != null && host.contains(".")) {
      document.add(word(SITE, host));
      host = host.substring(host.indexOf('.') + 1);
    }
  }

  private static @Nullable String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static StringField word(String field, String value) {
    return new StringField(field, value, Field.Store.NO);
  }
}
