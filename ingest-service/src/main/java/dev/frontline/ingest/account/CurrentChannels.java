package dev.frontline.ingest.account;

import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.kit.speaking.Speaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each configured source can be answered now, by its kind and the accounts connected to it. */
@ApplicationScoped
public class CurrentChannels implements Channels {

  private final Company company;
  private final SourceKinds kinds;
  private final HeldAccounts held;
  private final Clock clock;

  @Inject
  CurrentChannels(Company company, SourceKinds kinds, HeldAccounts held, Clock clock) {
    this.company = company;
    this.kinds = kinds;
    this.held = held;
    this.clock = clock;
  }

  @Override
  public Optional<Channel> of(String source) {
    return company.source(source).map(this::channel);
  }

  /** Of all sources, in the order of the company file. */
  public List<Channel> all() {
    return company.sources().stream().map(this::channel).toList();
  }

  private Channel channel(Source source) {
    Optional<NetworkSource> kind = kinds.of(source.kind());
    if (source.replyUrl() != null) {
      return new Channel(source.id(), true, null, 0, List.of(), source.answerRoles(), false);
    }
    if (kind.isEmpty() || !(kind.get() instanceof AnsweringSource)) {
      return elsewhere(
          source,
          kind.isEmpty()
              ? "The source " + source.id() + " has no replyUrl."
              : "Its network takes no answers from here.");
    }
    List<Account> accounts = held.connected(source.id());
    if (accounts.isEmpty() && kinds.fromEnvironment(source) == null) {
      return elsewhere(source, "No account is connected to " + source.id() + ".");
    }
    if (!accounts.isEmpty() && accounts.stream().noneMatch(Account::posts)) {
      return elsewhere(source, "The account of " + source.id() + " may only read.");
    }
    Instant now = clock.instant();
    return new Channel(
        source.id(),
        true,
        null,
        kind.get().traits().longestReply(),
        accounts.stream().map(a -> speaker(a, now)).toList(),
        source.answerRoles(),
        kind.get().traits().replies() == Replies.SUMMONED);
  }

  private static Channel elsewhere(Source source, String why) {
    return new Channel(source.id(), false, why, 0, List.of(), List.of(), false);
  }

  private static Speaker speaker(Account a, Instant now) {
    return new Speaker(a.id(), a.handle(), a.name(), a.roles(), trouble(a, now));
  }

  private static @Nullable String trouble(Account a, Instant now) {
    if (!a.posts()) {
      return "it may only read";
    }
    return AccountView.mustBeConnectedAnew(a, now) ? "it must be connected anew" : null;
  }
}
