package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Choice;
import dev.frontline.kit.speaking.Speaking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a case can be answered by the person who reads it.
 *
 * @param here whether an answer can be posted from here; else it is given on the network itself
 * @param why not, in words; empty where it can
 * @param link the post on its network, null where that is no web address
 * @param longest characters of an answer, 0 where the network names no limit
 * @param account that speaks where no other is chosen; null where it has no name here
 * @param choices accounts that the person may choose from; empty where there is no choice
 */
public record AnswerWay(
    boolean here,
    String why,
    @Nullable String link,
    int longest,
    @Nullable String account,
    List<Frame.Choice> choices) {

  static AnswerWay of(
      CaseState c, @Nullable CaseMention asked, Speaking speaking, Set<String> roles) {
    if (asked == null) {
      return new AnswerWay(false, "No post is left to answer.", null, 0, null, List.of());
    }
    Mention post = asked.mention();
    String link = PostView.web(post.url());
    List<Mention> ours =
        c.mentions().stream().map(CaseMention::mention).filter(Mention::own).toList();
    Optional<Channel> channel = speaking.channel(post.source());
    Choice choice = speaking.choose(c.brand(), post, ours, null, roles);
    if (choice instanceof Choice.Speaks speaks) {
      List<Frame.Choice> usable =
          channel.stream()
              .flatMap(known -> known.speakers().stream())
              .filter(s -> s.lets(roles) && s.trouble() == null)
              .map(
                  s ->
                      new Frame.Choice(
                          s.handle(),
                          s.name() == null ? s.handle() : s.handle() + " (" + s.name() + ")"))
              .toList();
      return new AnswerWay(
          true,
          "",
          link,
          channel.map(Channel::longest).orElse(0),
          speaks.account(),
          usable.size() > 1 ? usable : List.of());
    }
    return new AnswerWay(false, why(choice), link, 0, null, List.of());
  }

  private static String why(Choice choice) {
    if (choice instanceof Choice.MayNot not) {
      return not.detail() + ": " + String.join(", ", not.allowed()) + ".";
    }
    return choice instanceof Choice.Elsewhere elsewhere
        ? elsewhere.detail()
        : ((Choice.Nobody) choice).detail() + ".";
  }
}
