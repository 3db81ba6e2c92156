package dev.frontline.routing.notification.template;

import dev.frontline.contracts.Lists;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of alert reads. {@code {title}}, {@code {brand}}, {@code {department}}, {@code
 * {urgency}} and {@code {time}} stand for what the alert says; a line that is {@code {lines}} alone
 * stands for all of its own.
 *
 * @param version grows by one with each change
 * @param removed it reads as shipped again
 */
public record NoticeTemplate(
    NoticeKind kind,
    long version,
    String title,
    List<String> lines,
    boolean removed,
    String by,
    Instant at) {

  /** What may stand in braces. */
  public static final List<String> FIELDS =
      List.of("{title}", "{brand}", "{department}", "{urgency}", "{time}", "{lines}");

  private static final String LINES = "{lines}";
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LINE = 500;
  private static final int MOST_LINES = 12;

  public NoticeTemplate {
    lines = Lists.copy(lines);
  }

  /** What stands in a notice in place of its own words. */
  public record Words(String title, List<String> lines) {}

  /** What is wrong with a value, and what is allowed. */
  public record Wrong(String field, String detail, List<String> allowed) {}

  /** The first thing that is wrong; empty where it could be a template. */
  public static Optional<Wrong> wrong(
      @Nullable String title, @Nullable List<@Nullable String> lines) {
    if (title == null || title.isBlank() || title.length() > LONGEST_TITLE || hasBreak(title)) {
      return Optional.of(
          new Wrong(
              "title", "title is one line", List.of("1 to " + LONGEST_TITLE + " characters")));
    }
    if (title.contains(LINES)) {
      return Optional.of(
          new Wrong("title", "{lines} cannot stand in the title", FIELDS.subList(0, 5)));
    }
    List<String> all = new ArrayList<>(clean(lines));
    if (all.size() > MOST_LINES || all.stream().anyMatch(l -> l.length() > LONGEST_LINE)) {
      return Optional.of(
          new Wrong(
              "lines",
              "too much text",
              List.of(
                  "at most " + MOST_LINES + " lines of at most " + LONGEST_LINE + " characters")));
    }
    for (String line : all) {
      if (line.contains(LINES) && !line.equals(LINES)) {
        return Optional.of(
            new Wrong("lines", "{lines} stands on a line of its own", List.of(LINES)));
      }
    }
    return unknown("title", title)
        .or(() -> all.stream().flatMap(l -> unknown("lines", l).stream()).findFirst());
  }

  private static Optional<Wrong> unknown(String field, String text) {
    Matcher matcher = BRACES.matcher(text);
    while (matcher.find()) {
      if (!FIELDS.contains(matcher.group())) {
        return Optional.of(new Wrong(field, matcher.group() + " is not known", FIELDS));
      }
    }
    return Optional.empty();
  }

  /** Lines without those that are empty. */
  public static List<String> clean(@Nullable List<@Nullable String> lines) {
    List<String> clean = new ArrayList<>();
    if (lines != null) {
      for (String line : lines) {
        if (line != null && !line.isBlank()) {
          clean.add(line.strip());
        }
      }
    }
    return clean;
  }

  /** What the notice says in this template's words. */
  public Words of(Notice notice, ZoneId zone) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      if (line.equals(LINES)) {
        all.addAll(notice.lines());
      } else {
        all.add(filled(line, notice, zone));
      }
    }
    String said = filled(title, notice, zone).replaceAll("\\s+", " ").strip();
    return new Words(said.isEmpty() ? notice.title() : said, all);
  }

  /** In one go, so that what a post says in braces stays as it said it. */
  private static String filled(String text, Notice notice, ZoneId zone) {
    return BRACES
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group()) {
                      case "{title}" -> notice.title();
                      case "{brand}" -> notice.brand() == null ? "" : notice.brand();
                      case "{department}" -> notice.department() == null ? "" : notice.department();
                      case "{urgency}" -> notice.urgency().name().toLowerCase(Locale.ROOT);
                      case "{time}" -> TIME.format(notice.at().atZone(zone));
                      default -> found.group();
                    }));
  }

  private static boolean hasBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
