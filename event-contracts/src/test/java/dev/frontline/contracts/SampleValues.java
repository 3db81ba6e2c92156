package dev.frontline.contracts;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseNote;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.CaseTimes;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.Suggestion;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Media;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The invented matter that the approved samples tell: a kettle whose lid broke. Every field is set.
 */
final class SampleValues {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String POST = "mastodon:https://social.example/users/kim/statuses/2";
  static final String ROOT = "mastodon:https://social.example/users/kim/statuses/1";
  static final String CASE = "c-Vq3nX0aTq2bKd7RkZ1mYfA-1";

  static final Author KIM =
      new Author(
          "https://social.example/users/kim",
          "kim@social.example",
          "Kim",
          420L,
          "https://social.example/@kim",
          "https://social.example/kim.png");

  static final Mention MENTION =
      new Mention(
          POST,
          "mastodon",
          KIM,
          "The lid of my Kettlery broke again",
          "en",
          NOON.minusSeconds(30),
          NOON,
          NOON,
          NOON.plusSeconds(60),
          "https://social.example/@kim/2",
          ROOT,
          ROOT,
          List.of(new Media("image", "https://social.example/lid.jpg", "a broken lid")),
          new Engagement(3, 2, 1, 1, 900, 5L, 4.5),
          PostState.EDITED,
          ROOT,
          "hooks",
          List.of(
              new Match("brand-kettlery", Match.Kind.BRAND, "Kettlery"),
              new Match("rival-steamy", Match.Kind.RIVAL, "Steamy")),
          "mastodon:https://social.example/users/lee/statuses/9",
          900,
          2,
          true,
          true,
          true,
          true);

  static final Classification CLASSIFICATION =
      new Classification(
          Map.of(
              Labels.COMPLAINT,
              new LabelScore(0.93, true, List.of("broke again", "lid"), "1", "2026-03-1"),
              Labels.URGENT,
              new LabelScore(0.12, false, List.of(), "0", "2026-03-1")),
          new Sentiment("neg", 0.9, 0.08, 0.02),
          "en",
          "1",
          "2026-03-1",
          true,
          true,
          "terms",
          ROOT,
          ROOT,
          NOON.plusSeconds(1),
          List.of(new Theme("quality", List.of("broke", "lid"))),
          List.of(
              new About(
                  "Steamy",
                  Match.Kind.RIVAL,
                  Map.of(
                      Labels.PRAISE,
                      new LabelScore(0.8, true, List.of("never broke"), "1", "2026-03-1")),
                  new Sentiment("pos", 0.1, 0.2, 0.7))));

  static final CaseState STATE =
      new CaseState(
          CASE,
          7,
          "Kettlery",
          ROOT,
          "mastodon",
          KIM,
          CaseStatus.RESOLVED,
          "customer-service",
          Priority.HIGH,
          "ana",
          new Due(NOON.plusSeconds(7200), "first_response", "accepted 12:00 + 2 h (high) = 14:00"),
          true,
          "en",
          List.of(new CaseMention(MENTION, CLASSIFICATION, true)),
          2,
          1900,
          ROOT,
          new Route("An unhappy customer", List.of("It is a complaint (93 %).")),
          new Suggestion("pr", "a reporter joined"),
          List.of(
              new CaseReply(
                  "r-1",
                  POST,
                  "We are sorry, a new lid is on its way.",
                  "kettlery",
                  "ana",
                  NOON.plusSeconds(600),
                  CaseReply.State.DELIVERED,
                  "3",
                  "https://social.example/@kettlery/3",
                  NOON.plusSeconds(602),
                  "taken at the second try")),
          List.of(new CaseNote("ben", NOON.plusSeconds(300), "Second lid this year.")),
          List.of(new HistoryEntry(NOON, "system", "opened", "Opened by a post of Kim.")),
          new CaseTimes(
              NOON,
              NOON.plusSeconds(1),
              NOON.plusSeconds(1),
              NOON.plusSeconds(240),
              NOON.plusSeconds(602),
              NOON,
              NOON.plusSeconds(900),
              NOON.plusSeconds(1200),
              660_000),
          Outcome.SOLVED,
          "new lid sent",
          true,
          true,
          "c-Vq3nX0aTq2bKd7RkZ1mYfA-0");

  private SampleValues() {}
}
