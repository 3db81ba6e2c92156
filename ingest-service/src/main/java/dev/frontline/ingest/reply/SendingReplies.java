package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Known;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.account.CurrentChannels;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.speaking.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Has each answer posted once: what was settled before is told again, never sent again. */
@ApplicationScoped
class SendingReplies {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Company company;
  private final SentReplies sent;
  private final Published published;
  private final CallBack callBack;
  private final SourceKinds kinds;
  private final OnNetwork onNetwork;
  private final Followed followed;
  private final Channels channels;
  private final MaySpeak speaking;
  private final Clock clock;

  @Inject
  SendingReplies(
      Company company,
      SentReplies sent,
      Published published,
      SourceKinds kinds,
      Followed followed,
      CurrentChannels channels,
      HttpClient http,
      Clock clock,
      @ConfigProperty(name = "frontline.replies.first-pause", defaultValue = "PT1S")
          Duration firstPause) {
    this.company = company;
    this.sent = sent;
    this.published = published;
    this.callBack = new CallBack(http, clock, TIMEOUT, firstPause);
    this.clock = clock;
    this.kinds = kinds;
    this.followed = followed;
    this.channels = channels;
    this.speaking = new MaySpeak(company);
    this.onNetwork = new OnNetwork(kinds, clock, firstPause);
  }

  /** What became of it; stored. */
  ReplyOutcomeEvent outcomeOf(ReplyRequested reply) {
    Optional<ReplyOutcomeEvent> settled = sent.find(reply.replyId()).flatMap(SentReply::outcome);
    if (settled.isPresent()) {
      return settled.get();
    }
    boolean again = sent.find(reply.replyId()).isPresent();
    sent.begin(reply.replyId(), clock.instant());
    ReplyOutcomeEvent outcome = send(reply, again);
    if (outcome instanceof ReplyDelivered delivered) {
      followed.answered(
          reply.mentionId(),
          prefixed(reply.network(), delivered.networkId()),
          reply.conversationId(),
          clock.instant());
    }
    sent.settle(outcome);
    return outcome;
  }

  private static String prefixed(String network, String id) {
    return id.startsWith(network + ":") ? id : network + ":" + id;
  }

  private ReplyOutcomeEvent send(ReplyRequested reply, boolean again) {
    Optional<Source> source = company.source(reply.source());
    String address = source.map(Source::replyUrl).orElse(null);
    Optional<AnsweringSource> network =
        source.flatMap(s -> kinds.of(s.kind())).flatMap(SendingReplies::answering);
    String refusal = refusal(reply, address != null || network.isPresent(), again);
    if (source.isEmpty() || refusal != null) {
      return new ReplyRefused(
          reply.replyId(), reply.caseId(), clock.instant(), String.valueOf(refusal));
    }
    try {
      return address != null
          ? callBack.send(URI.create(address), reply)
          : onNetwork.send(network.orElseThrow(), source.get(), reply, again);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Optional<AnsweringSource> answering(NetworkSource kind) {
    return kind instanceof AnsweringSource one ? Optional.of(one) : Optional.empty();
  }

  private @Nullable String refusal(ReplyRequested reply, boolean possible, boolean again) {
    if (!possible) {
      return "the source " + reply.source() + " has no replyUrl: answer on the network itself";
    }
    Known post = published.find(List.of(reply.mentionId())).get(reply.mentionId());
    if (post != null && post.deleted()) {
      return "the post is gone from its network: there is nothing left to answer";
    }
    // Where it was begun before, what was heard may be this very answer: its network is asked.
    if (again) {
      return null;
    }
    if (followed.wasAnsweredThere(reply.mentionId(), reply.at())) {
      return "our own account answered it on the network meanwhile: see its answer, and send again"
          + " what is still to be said";
    }
    return channels.of(reply.source()).flatMap(c -> speaking.refusal(c, reply)).orElse(null);
  }
}
