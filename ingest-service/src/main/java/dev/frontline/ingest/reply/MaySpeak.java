package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.speaking.Channel;
import dev.frontline.kit.speaking.Speaker;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an answer may go out by the account that it names. Routing asked the same before; between
 * its answer and now an account may have changed hands, and routing may not have known.
 */
final class MaySpeak {

  private final Company company;

  MaySpeak(Company company) {
    this.company = company;
  }

  /** Why it may not; empty where it may. */
  Optional<String> refusal(Channel channel, ReplyRequested reply) {
    if (!channel.here()) {
      return Optional.ofNullable(channel.why());
    }
    if (!may(reply, channel::lets)) {
      return Optional.of(
          reply.by()
              + " may not answer through "
              + channel.source()
              + "; allowed: "
              + String.join(", ", channel.whoMay()));
    }
    if (channel.speakers().isEmpty()) {
      return Optional.empty();
    }
    String named = reply.account();
    Optional<Speaker> found =
        channel.speakers().stream().filter(s -> named == null || s.isCalled(named)).findFirst();
    if (found.isEmpty()) {
      return Optional.of("no account " + named + " is connected to " + reply.source());
    }
    Speaker speaker = found.get();
    if (speaker.trouble() != null) {
      return Optional.of(speaker.handle() + " cannot speak now: " + speaker.trouble());
    }
    return may(reply, speaker::lets)
        ? Optional.empty()
        : Optional.of(
            reply.by()
                + " may not speak by "
                + speaker.handle()
                + "; allowed: "
                + String.join(", ", speaker.whoMay()));
  }

  private boolean may(ReplyRequested reply, Predicate<Set<String>> limit) {
    // Frontline's own services, and nobody else whom the company does not know.
    return reply.by().startsWith("service:")
        || limit.test(company.person(reply.by()).map(p -> Set.copyOf(p.roles())).orElse(Set.of()));
  }
}
