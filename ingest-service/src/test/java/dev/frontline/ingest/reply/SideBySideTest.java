package dev.frontline.ingest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SideBySideTest {

  private final ConcurrentLinkedQueue<String> settled = new ConcurrentLinkedQueue<>();

  @Test
  void aDeadNetworkDoesNotHoldUpTheOthersHoweverManyWaitForIt() {
    CountDownLatch alive = new CountDownLatch(3);
    List<List<ReplyRequested>> cases = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cases.add(List.of(Asked.reply("dead-" + i, "case-dead-" + i, "dead")));
    }
    for (int i = 0; i < 3; i++) {
      cases.add(List.of(Asked.reply("alive-" + i, "case-alive-" + i, "alive")));
    }

    try (SideBySide senders =
        new SideBySide(
            2,
            reply -> {
              if (reply.source().equals("dead")) {
                await(alive);
              } else {
                alive.countDown();
              }
              settled.add(reply.replyId());
            })) {
      senders.handle(cases);
    }

    assertThat(settled).hasSize(23);
    assertThat(alive.getCount()).isZero();
  }

  @Test
  void theRepliesOfOneCaseGoOutInTheirOrder() {
    try (SideBySide senders = new SideBySide(8, reply -> settled.add(reply.replyId()))) {
      senders.handle(
          List.of(
              List.of(
                  Asked.reply("1", "case-1", "hooks"),
                  Asked.reply("2", "case-1", "hooks"),
                  Asked.reply("3", "case-1", "hooks"))));
    }

    assertThat(settled).containsExactly("1", "2", "3");
  }

  @Test
  void aFaultIsToldAfterTheOthersHadTheirTurn() {
    try (SideBySide senders =
        new SideBySide(
            8,
            reply -> {
              if (reply.replyId().equals("1")) {
                throw new IllegalStateException("poison");
              }
              settled.add(reply.replyId());
            })) {
      assertThatThrownBy(
              () ->
                  senders.handle(
                      List.of(
                          List.of(Asked.reply("1", "case-1", "hooks")),
                          List.of(Asked.reply("2", "case-2", "hooks")))))
          .hasMessage("poison");
    }

    assertThat(settled).containsExactly("2");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
