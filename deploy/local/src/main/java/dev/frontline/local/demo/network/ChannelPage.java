package dev.frontline.local.demo.network;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the channels received, as HTML; all of it is text. */
final class ChannelPage {

  private static final int SHOWN = 100;

  private final ChannelBook book;

  ChannelPage(ChannelBook book) {
    this.book = book;
  }

  String page(Instant now) {
    StringBuilder out = new StringBuilder();
    out.append("<p class=\"note\">What the company's channels received from Frontline. Elsewhere")
        .append(" these would be Slack and Teams.</p>");
    List<ChannelBook.Received> latest = book.latest(SHOWN);
    if (latest.isEmpty()) {
      out.append("<p class=\"empty\">Nothing yet. A lead arrives as soon as somebody asks.</p>");
    }
    int number = book.count();
    for (ChannelBook.Received one : latest) {
      message(out, one, number--, now);
    }
    return NetworkPages.page("Channels", out);
  }

  private static void message(
      StringBuilder out, ChannelBook.Received one, int number, Instant now) {
    out.append("<article class=\"post\" id=\"message-").append(number).append("\">");
    out.append("<div class=\"head\"><div class=\"who\"><b>#")
        .append(Html.escape(one.channel()))
        .append("</b></div><a class=\"when\" href=\"#message-")
        .append(number)
        .append("\"><time datetime=\"")
        .append(one.at())
        .append("\">")
        .append(NetworkPages.ago(one.at(), now))
        .append("</time></a></div>");
    List<String> paragraphs = one.paragraphs();
    if (!paragraphs.isEmpty()) {
      out.append("<p class=\"text\"><b>").append(Html.escape(paragraphs.get(0))).append("</b></p>");
      out.append("<p class=\"text\">")
          .append(paragraphs.stream().skip(1).map(Html::escape).collect(Collectors.joining("<br>")))
          .append("</p>");
    }
    if (one.link().startsWith("http://") || one.link().startsWith("https://")) {
      out.append("<p class=\"foot\"><a href=\"")
          .append(Html.escape(one.link()))
          .append("\">Open in Frontline</a></p>");
    }
    out.append("</article>");
  }
}
