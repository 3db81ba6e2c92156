package dev.frontline.routing.alert;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.routing.notification.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What an alert about a case says, as plain text. */
final class AlertWords {

  private static final int QUOTED = 600;

  private AlertWords() {}

  static String title(CaseState state, NoticeKind kind) {
    String who = state.author().shownName() + " on " + state.network() + ", " + state.brand();
    return switch (kind) {
      case LEAD -> "Lead: " + who;
      case URGENT_COMPLAINT -> "Urgent complaint: " + who;
      case RISK_RISING -> "Risk is rising in a case in hand: " + who;
      case RISK_QUEUED -> "Risk to the name: " + who;
      case OPPORTUNITY -> "Opportunity: " + who;
      default -> "Alert: " + who;
    };
  }

  /**
   * @param names what a person's id is shown as
   */
  static List<String> lines(CaseState state, CaseMention post, UnaryOperator<String> names) {
    List<String> lines = new ArrayList<>();
    String text = post.mention().text().strip();
    lines.add("“" + (text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text) + "”");
    StringBuilder about = new StringBuilder("Priority ");
    about.append(state.priority().name().toLowerCase(Locale.ROOT));
    Long followers = state.author().followers();
    if (followers != null) {
      about.append(" · ").append(followers).append(" followers");
    }
    if (state.assignee() != null) {
      about.append(" · owner ").append(names.apply(state.assignee()));
    }
    lines.add(about.toString());
    lines.add("Rule: " + state.route().rule());
    if (post.mention().url() != null) {
      lines.add(post.mention().url());
    }
    return lines;
  }
}
