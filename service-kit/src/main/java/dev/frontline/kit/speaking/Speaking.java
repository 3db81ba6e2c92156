package dev.frontline.kit.speaking;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which account answers a post. */
public final class Speaking {

  private final Company company;
  private final Channels channels;

  public Speaking(Company company, Channels channels) {
    this.company = company;
    this.channels = channels;
  }

  /** The source's channel, where it is known. */
  public Optional<Channel> channel(String source) {
    return channels.of(source);
  }

  /**
   * Who answers it: the account that is named; else the one that the post addresses, the brand's
   * first, the source's first, each only where the person may speak by it and it can speak.
   *
   * @param post that is answered
   * @param ours what our own accounts said in the conversation
   * @param named by the person; null for none
   * @param roles of the person
   */
  public Choice choose(
      String brand, Mention post, List<Mention> ours, @Nullable String named, Set<String> roles) {
    String wanted = named == null || named.isBlank() ? null : named.strip();
    Optional<Channel> known = channels.of(post.source());
    if (known.isEmpty()) {
      return new Choice.Speaks(wanted == null ? brandsFirst(brand, post) : wanted);
    }
    Channel channel = known.get();
    if (!channel.here()) {
      return new Choice.Elsewhere(String.valueOf(channel.why()));
    }
    if (!channel.lets(roles)) {
      return new Choice.MayNot(
          "Only some roles may answer through " + channel.source(), channel.whoMay());
    }
    if (channel.speakers().isEmpty()) {
      return new Choice.Speaks(wanted == null ? brandsFirst(brand, post) : wanted);
    }
    return wanted == null
        ? byDefault(channel, brand, post, ours, roles)
        : byName(channel, wanted, post, roles);
  }

  private Choice byName(Channel channel, String wanted, Mention post, Set<String> roles) {
    Optional<Speaker> found =
        channel.speakers().stream().filter(s -> s.isCalled(wanted)).findFirst();
    return found.isPresent()
        ? judged(channel, found.get(), post, roles)
        : new Choice.Nobody(
            "No account " + wanted + " is connected to " + channel.source(),
            channel.speakers().stream().filter(s -> s.lets(roles)).map(Speaker::handle).toList());
  }

  private Choice byDefault(
      Channel channel, String brand, Mention post, List<Mention> ours, Set<String> roles) {
    Choice refusal = null;
    for (Speaker speaker : inOrder(channel, brand, post, ours)) {
      Choice choice = judged(channel, speaker, post, roles);
      if (choice instanceof Choice.Speaks) {
        return choice;
      }
      refusal = refusal == null ? choice : refusal;
    }
    return refusal == null ? new Choice.Speaks(null) : refusal;
  }

  private static Choice judged(Channel channel, Speaker speaker, Mention post, Set<String> roles) {
    if (!speaker.lets(roles)) {
      return new Choice.MayNot(
          "Only some roles may speak by " + speaker.handle(), speaker.whoMay());
    }
    if (speaker.trouble() != null) {
      return new Choice.Elsewhere(speaker.handle() + " cannot speak now: " + speaker.trouble());
    }
    if (channel.summoned() && !names(post, speaker)) {
      return new Choice.Elsewhere(
          post.network() + " takes answers from here only to posts that name " + speaker.handle());
    }
    return new Choice.Speaks(speaker.handle());
  }

  /** Whoever is addressed first, then the brand's accounts in their order, then all others. */
  private List<Speaker> inOrder(Channel channel, String brand, Mention post, List<Mention> ours) {
    Stream<Speaker> addressed =
        channel.speakers().stream().filter(s -> answered(post, ours, s) || names(post, s));
    Stream<Speaker> brands =
        company.accounts(brand, post.network()).stream()
            .flatMap(a -> channel.speakers().stream().filter(s -> s.isCalled(a)));
    return Stream.of(addressed, brands, channel.speakers().stream())
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  private static boolean answered(Mention post, List<Mention> ours, Speaker speaker) {
    return ours.stream()
        .filter(own -> own.id().equals(post.inReplyTo()))
        .anyMatch(
            own ->
                speaker.isCalled(own.author().id())
                    || own.author().handle() != null && speaker.isCalled(own.author().handle()));
  }

  private static boolean names(Mention post, Speaker speaker) {
    String text = post.text().toLowerCase(Locale.ROOT);
    String handle = "@" + speaker.handle().toLowerCase(Locale.ROOT);
    int at = text.indexOf(handle);
    while (at >= 0) {
      int end = at + handle.length();
      if (end == text.length() || !isOfAName(text, end)) {
        return true;
      }
      at = text.indexOf(handle, end);
    }
    return false;
  }

  /** A longer name begins with this one; a full stop ends a sentence. */
  private static boolean isOfAName(String text, int at) {
    char next = text.charAt(at);
    boolean joins = next == '.' || next == '-';
    return Character.isLetterOrDigit(next)
        || next == '_'
        || joins && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private @Nullable String brandsFirst(String brand, Mention post) {
    return company.account(brand, post.network()).orElse(null);
  }
}
