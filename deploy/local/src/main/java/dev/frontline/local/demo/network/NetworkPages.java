package dev.frontline.local.demo.network;

import dev.frontline.contracts.mention.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The network's two pages as HTML. What people wrote is text wherever it stands; the one script
 * only fetches the page anew when something was written.
 */
final class NetworkPages {

  private static final int SHOWN = 120;
  private static final List<String> COLOURS =
      List.of(
          "#8a3b5c", "#2f6690", "#5a7d2a", "#a3562a", "#5b4a9c", "#1f7a72", "#9c3d3d", "#6b5d1f");
  private static final Map<String, String> ACCOUNTS =
      Map.of("tillerbean", "Tillerbean", "morrowby", "Morrowby", "morrowby_official", "Morrowby");

  private final NetworkBook book;

  NetworkPages(NetworkBook book) {
    this.book = book;
  }

  /** All conversations, the latest first. */
  String front(Instant now) {
    StringBuilder out = new StringBuilder();
    List<Post> posts = book.front(SHOWN);
    if (posts.isEmpty()) {
      out.append("<p class=\"empty\">Nobody has written anything yet.</p>");
    }
    posts.forEach(post -> conversation(out, post, now, true));
    return page("Murmel: what people say", out);
  }

  /** One post with all that was said under it; empty where there is none of that key. */
  Optional<String> post(String key, Instant now) {
    return book.byKey(key)
        .map(
            post -> {
              StringBuilder out = new StringBuilder();
              book.parentOf(post)
                  .ifPresent(
                      parent ->
                          out.append("<p class=\"note\"><a href=\"/posts/")
                              .append(Html.escape(parent.key()))
                              .append("\">↑ The post that this answers</a></p>"));
              conversation(out, post, now, false);
              return page("Murmel: " + shownName(post), out);
            });
  }

  private void conversation(StringBuilder out, Post post, Instant now, boolean brief) {
    article(out, post, now, "post");
    book.answersOfCompany(post).forEach(reply -> answer(out, reply, now));
    for (Post child : book.answersOfPeople(post)) {
      article(out, child, now, "post child");
      book.answersOfCompany(child).forEach(reply -> answer(out, reply, now));
      if (!brief) {
        book.answersOfPeople(child).forEach(c -> conversation(out, c, now, false));
      }
    }
  }

  private static void article(StringBuilder out, Post post, Instant now, String css) {
    String key = Html.escape(post.key());
    out.append("<article class=\"").append(css).append("\" id=\"").append(key).append("\">");
    head(out, shownName(post), under(post), "/posts/" + key, post.at(), now, false);
    if (post.deleted()) {
      out.append("<p class=\"text gone\">The author took this post down.</p>");
    } else if (post.author() == null) {
      out.append("<p class=\"text gone\">A post on ")
          .append(Html.escape(post.network()))
          .append(", seen from here only by its answers: ")
          .append(Html.escape(post.id()))
          .append("</p>");
    } else {
      out.append("<p class=\"text\"");
      if (post.lang() != null) {
        out.append(" lang=\"").append(Html.escape(post.lang())).append('"');
      }
      out.append('>').append(Html.escape(post.text())).append("</p>");
    }
    out.append("<p class=\"foot\">");
    if (post.likes() > 0) {
      out.append("<span>♥ ").append(post.likes()).append("</span>");
    }
    if (post.reposts() > 0) {
      out.append("<span>⟲ ").append(post.reposts()).append("</span>");
    }
    if (post.edited() && !post.deleted()) {
      out.append("<span>edited</span>");
    }
    out.append("</p></article>");
  }

  private static void answer(StringBuilder out, Reply reply, Instant now) {
    String account = reply.account() == null ? "morrowby" : reply.account();
    String id = Html.escape(reply.networkId());
    out.append("<section class=\"answer\" id=\"").append(id).append("\">");
    head(
        out,
        ACCOUNTS.getOrDefault(account, account),
        "@" + account,
        "#" + reply.networkId(),
        reply.at(),
        now,
        true);
    out.append("<p class=\"text\">").append(Html.escape(reply.text())).append("</p></section>");
  }

  private static void head(
      StringBuilder out,
      String name,
      String under,
      String href,
      @Nullable Instant at,
      Instant now,
      boolean company) {
    String colour = COLOURS.get(Math.floorMod(under.hashCode(), COLOURS.size()));
    out.append("<div class=\"head\"><span class=\"face\" aria-hidden=\"true\" style=\"background:")
        .append(colour)
        .append("\">")
        .append(
            Html.escape(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)))
        .append("</span><div class=\"who\"><b>")
        .append(Html.escape(name))
        .append(company ? " <span class=\"badge\">company</span>" : "")
        .append("</b><span>")
        .append(Html.escape(under))
        .append("</span></div>");
    if (at != null) {
      out.append("<a class=\"when\" href=\"")
          .append(Html.escape(href))
          .append("\"><time datetime=\"")
          .append(at)
          .append("\">")
          .append(ago(at, now))
          .append("</time></a>");
    }
    out.append("</div>");
  }

  /** How long ago in the shortest words: {@code now}, {@code 5 min}, {@code 3 h}, {@code 2 d}. */
  static String ago(Instant at, Instant now) {
    long minutes = Math.max(0, Duration.between(at, now).toMinutes());
    if (minutes < 1) {
      return "now";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " d";
  }

  private static String shownName(Post post) {
    Author author = post.author();
    return author == null ? "Somebody" : author.shownName();
  }

  private static String under(Post post) {
    Author author = post.author();
    String handle = author == null || author.handle() == null ? "" : "@" + author.handle() + " · ";
    return handle + post.network();
  }

  /** A whole page around what it shows. */
  static String page(String title, StringBuilder body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>"
        + "<script src=\"/murmel.js\" defer></script>"
        + "<link rel=\"stylesheet\" href=\"/murmel.css\"><title>"
        + Html.escape(title)
        + "</title></head><body><header class=\"top\"><div><a class=\"name\" href=\"/\">murmel</a>"
        + "<span>an invented network for the demo</span>"
        + "<a href=\"/channels\">Channels</a></div></header><main>"
        + body
        + "</main></body></html>";
  }
}
