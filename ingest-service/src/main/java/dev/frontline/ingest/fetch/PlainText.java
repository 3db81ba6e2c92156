package dev.frontline.ingest.fetch;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML to the text that people read: paragraphs and line breaks stay, everything else goes. */
public final class PlainText {

  private static final String BREAK = "\u2028";

  private PlainText() {}

  /** Empty for nothing. */
  public static String of(@Nullable String html) {
    if (html == null || html.isBlank()) {
      return "";
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.select("script, style, template, noscript, iframe, object").remove();
    for (Element element : document.select("br")) {
      element.before(BREAK);
    }
    for (Element element : document.select("p, div, li, blockquote, pre, tr, h1, h2, h3, h4")) {
      element.before(BREAK);
      element.after(BREAK);
    }
    String text = document.body().text();
    return text.replaceAll("\\s*" + BREAK + "(\\s*" + BREAK + ")*\\s*", "\n").strip();
  }
}
