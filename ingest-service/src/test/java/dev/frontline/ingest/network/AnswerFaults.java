package dev.frontline.ingest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.AnsweringSource;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** What every network's refusal of an answer must come to, whatever the network. */
public final class AnswerFaults {

  private AnswerFaults() {}

  /**
   * @param rig a source at an address
   * @param to what a post is answered with
   */
  public static void areTold(
      AnsweringSource kind, BiFunction<AnsweringSource, String, Rig> rig, ReplyRequested to) {
    Reply busy = Reply.status(429).with("Retry-After", "90");
    assertThat(fault(kind, rig, to, busy))
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.BUSY);
              assertThat(fault.until()).contains(Rig.NOON.plus(Duration.ofSeconds(90)));
            });
    assertThat(fault(kind, rig, to, Reply.status(401)).kind()).isEqualTo(Fault.Kind.SIGNED_OUT);
    assertThat(fault(kind, rig, to, Reply.status(403)).kind()).isEqualTo(Fault.Kind.FORBIDDEN);
    for (int status : new int[] {500, 502, 503, 504}) {
      assertThat(fault(kind, rig, to, Reply.status(status)).kind())
          .isEqualTo(Fault.Kind.UNREACHABLE);
    }
    // Half an answer, or none that is one: it may stand there, and is looked for before a retry.
    assertThat(fault(kind, rig, to, new Reply(200, Map.of(), "{\"id\":")).kind())
        .isEqualTo(Fault.Kind.BROKEN);
    assertThat(fault(kind, rig, to, new Reply(200, Map.of(), "<html>")).kind())
        .isEqualTo(Fault.Kind.BROKEN);
  }

  private static Fault fault(
      AnsweringSource kind,
      BiFunction<AnsweringSource, String, Rig> rigs,
      ReplyRequested to,
      Reply reply) {
    try (Served network = new Served(asked -> reply);
        Rig rig = rigs.apply(kind, network.address())) {
      return catchThrowableOfType(Fault.class, () -> kind.answer(rig.opened(), to, false));
    }
  }
}
