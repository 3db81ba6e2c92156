package dev.frontline.classify;

import static dev.frontline.classify.Posts.NOON;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.mention.Mention;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases of Aurelia Air that came to an end. */
public final class Cases {

  private Cases() {}

  /** With one post, shown as a complaint; a colleague had called it a question. */
  public static CaseState aCase(
      String id, Mention post, Outcome outcome, @Nullable String assignee) {
    Classification shown =
        new Classification(
            Map.of(
                "complaint", new LabelScore(0.9, true, List.of("lost"), "0", "m1"),
                "lead", new LabelScore(0.1, false, List.of(), "0", "m1"),
                "question", new LabelScore(1, true, List.of("said by ben"), "human", "ben")),
            Sentiment.NEUTRAL,
            "en",
            "human",
            "m1",
            false,
            false,
            null,
            null,
            null,
            NOON,
            List.of(),
            List.of());
    return new CaseState(
        id,
        3,
        "Aurelia Air",
        post.conversationId(),
        "demo",
        post.author(),
        CaseStatus.RESOLVED,
        "customer-service",
        Priority.NORMAL,
        assignee,
        null,
        false,
        "en",
        List.of(new CaseMention(post, shown, false)),
        0,
        100,
        null,
        new Route("complaints", List.of()),
        null,
        List.of(),
        List.of(),
        List.of(),
        new CaseTimes(NOON, NOON, NOON, NOON, null, NOON, NOON, null, 0),
        outcome,
        null,
        false,
        false,
        null);
  }
}
