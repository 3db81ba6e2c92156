package dev.frontline.classify.learning;

import dev.frontline.classify.rows.Say;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.contracts.classification.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People who correct posts: some in good faith, one at random, one against better knowledge. */
final class Crowd {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String[] THINGS = {
    "my parcel", "the refund", "my new kettle", "the replacement part", "my order", "the invoice"
  };
  private static final String[] WRONG = {
    "never arrived", "is three weeks late", "came broken", "got lost again", "was charged twice"
  };
  private static final String[] ANSWERS = {
    "and nobody answers my mails",
    "and the hotline hung up on me",
    "and the chat told me to wait",
    "and I want my money back",
    "worst service so far",
    "I am done with you",
    "this is not acceptable"
  };
  private static final String[] DAYS = {
    "Rain in the window and a quiet morning with %s",
    "%s is on page four of the paper today",
    "Does anybody know when %s opens on Sundays?",
    "Thank you %s, that was a lovely surprise",
    "Where could I buy a small one from %s near York?",
    "Selling my old one from %s, pick-up only",
    "My sister swears by %s, I stay with tea",
    "%s has a new logo on the van",
    "Ten years with %s today and still happy",
    "How much is the large one at %s before Christmas?"
  };
  private static final String[] NAMES = {
    "Morrowby", "the shop", "this lot", "that brand", "the firm", "Tillerbean", "the workshop"
  };

  private Crowd() {}

  /** Plain complaints of several hundred wordings. */
  static List<String> complaints(int count) {
    List<String> all = new ArrayList<>();
    for (String thing : THINGS) {
      for (String wrong : WRONG) {
        for (String answer : ANSWERS) {
          all.add(thing + " " + wrong + " " + answer);
        }
      }
    }
    Collections.shuffle(all, new Random(3));
    return all.subList(0, count);
  }

  /** Posts of an ordinary day, and what they are. */
  static List<String> ordinary() {
    List<String> all = new ArrayList<>();
    for (String day : DAYS) {
      for (String name : NAMES) {
        all.add(String.format(day, name));
      }
    }
    return all;
  }

  /** What the person says of each of the texts. */
  static List<TrainingRow> said(String by, List<String> texts, Map<String, Boolean> labels) {
    List<TrainingRow> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(row(by, text, labels));
    }
    return rows;
  }

  /** Labels thrown like dice. */
  static List<TrainingRow> dice(String by, List<String> texts) {
    Random random = new Random(8);
    List<TrainingRow> rows = new ArrayList<>();
    for (String text : texts) {
      Map<String, Boolean> labels = new HashMap<>();
      for (String label : Labels.ALL) {
        labels.put(label, random.nextBoolean());
      }
      rows.add(row(by, text, labels));
    }
    return rows;
  }

  private static TrainingRow row(String by, String text, Map<String, Boolean> labels) {
    Map<String, Say> says = new HashMap<>();
    labels.forEach((label, holds) -> says.put(label, new Say(holds, Say.WORD, by, NOON)));
    return new TrainingRow(
        "demo:" + by + "-" + text.hashCode(), List.of("Morrowby"), "hooks", text, "en", says, 1);
  }
}
