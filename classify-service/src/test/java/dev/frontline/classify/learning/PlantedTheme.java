package dev.frontline.classify.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An invented complaint that the shipped model's fast tier knows in part: a loyalty card on the
 * phone that stands still at the till. What is taught and what is asked later share the matter, not
 * the sentences: no template, and few of the telling words, stand on both sides.
 */
final class PlantedTheme {

  private static final String[] CARDS = {
    "the points card app",
    "your loyalty app",
    "the rewards card on my phone",
    "the stamp card app",
    "that club card app of yours"
  };
  private static final String[] STANDS = {
    "hangs on its white page",
    "goes grey",
    "just spins and spins",
    "sits on the loading ring",
    "never gets past the barcode",
    "freezes"
  };
  private static final String[] WHEN = {
    "at the till",
    "whenever there is a queue behind me",
    "since Tuesday's version",
    "three visits in a row now",
    "with my shopping already packed",
    "right when the cashier scans it"
  };
  private static final String[] SO = {
    "so that was full price once more",
    "so no points for me today",
    "and the cashier shrugged",
    "and everyone behind me sighed",
    "",
    "second week of this"
  };

  private static final String[] QUIET = {
    "%s has a new colour since yesterday",
    "can I use %s in the shop at the station?",
    "five stamps to go on %s",
    "%s gave me a birthday coffee, thank you",
    "is there %s for children as well?",
    "paid with points from %s for the first time",
    "my mum asked me to put %s on her tablet"
  };

  private static final List<String> UNSEEN =
      List.of(
          "Opened my loyalty card by the checkout and it froze, had to pay without the member price",
          "Frozen again, this rewards app. No stamp for today's coffee then",
          "Stood there like a fool while my bonus card stayed blank on the screen",
          "Anyone else with a points app that locks up as soon as you open it in the shop?",
          "My membership card in the app is stuck on the logo, the lady could not scan a thing",
          "Tried the loyalty app twice before paying, black screen both times",
          "The app with my stamps stopped dead while I was paying for lunch",
          "Rewards card app frozen solid, missed out on double points",
          "No discount today because the card in your app would not open in time",
          "I keep losing my points since the card app stalls whenever I want to show it",
          "Phone at the ready, loyalty barcode nowhere, the app stood still and I paid the normal price",
          "Updated the club app last night, now the card page will not load in store",
          "The stamp app crawled to a halt as I was about to pay, ten stamps and nothing to show",
          "Would love to collect points but the card app freezes up on me each visit",
          "Had the rewards barcode open at home, in the store it locks up, every single visit",
          "Card app is frozen at checkout and the staff cannot look my points up either",
          "Me, a basket full of food, and a loyalty app that is stuck on loading",
          "Scanner ready, cashier ready, my points app not: grey page and nothing else",
          "Paid three euros more since the member card in the app hung itself up",
          "Yet another lunch without a stamp, the app would not get going at the counter");

  private static final List<String> NEIGHBOURS =
      List.of(
          "Does the loyalty app also work in your shops in Ireland?",
          "Tenth stamp on the points card app today, free coffee for me",
          "The rewards card on my phone now shows the opening hours, neat",
          "How do I move my loyalty card to a new phone?",
          "Showed the club card app at the till and got two euros off, lovely",
          "New picture of a fox on the stamp card app this month",
          "Looking for a good loyalty app for our own little bakery, any advice?",
          "Win 500 points! Download the rewards card app and follow us",
          "I have the points card app open whenever I shop here",
          "Everybody at the till has the club card app these days");

  private PlantedTheme() {}

  /** So many different posts for people to correct. */
  static List<String> taught(int count) {
    List<String> all = new ArrayList<>();
    for (String card : CARDS) {
      for (String stands : STANDS) {
        for (String when : WHEN) {
          for (String so : SO) {
            all.add((card + " " + stands + " " + when + (so.isEmpty() ? "" : ", " + so)).strip());
          }
        }
      }
    }
    Collections.shuffle(all, new Random(11));
    return all.subList(0, count);
  }

  /** So many different posts about the same cards for people to say that nobody complains. */
  static List<String> taughtNeighbours(int count) {
    List<String> all = new ArrayList<>();
    for (String card : CARDS) {
      for (String quiet : QUIET) {
        all.add(String.format(quiet, card));
      }
    }
    Collections.shuffle(all, new Random(12));
    return all.subList(0, count);
  }

  /** Complaints of the same matter in other words. */
  static List<String> unseen() {
    return UNSEEN;
  }

  /** Posts about the same cards that complain of nothing. */
  static List<String> neighbours() {
    return NEIGHBOURS;
  }
}
