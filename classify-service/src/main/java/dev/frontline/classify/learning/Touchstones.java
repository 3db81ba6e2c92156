package dev.frontline.classify.learning;

import dev.frontline.classify.model.Prior;
import dev.frontline.classify.model.Priors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Invented posts that ship with the service. Every other one is an ordinary post beside which
 * corrections are learned; the rest is what no candidate may get worse on, whoever corrected what:
 * where one person alone has spoken, nobody else is there to contradict them.
 *
 * @param ordinary what the shipped model makes of them is what it shall go on making of them
 * @param stones never learned from
 */
record Touchstones(List<Prior> ordinary, List<Touchstone> stones) {

  private static final String FILE = "touchstones.tsv";
  private static final int COLUMNS = 3;
  private static final List<String> NAMES =
      List.of("Morrowby", "Tillerbean", "Kaffanova", "Brewvane");

  Touchstones {
    ordinary = List.copyOf(ordinary);
    stones = List.copyOf(stones);
  }

  /** Those of this build, as the shipped model sees them. */
  static Touchstones shipped(Priors priors) {
    List<Prior> ordinary = new ArrayList<>();
    List<Touchstone> stones = new ArrayList<>();
    int line = 0;
    for (String[] columns : lines()) {
      Prior prior = priors.of(columns[2], NAMES, columns[1]);
      if (line++ % 2 == 0) {
        ordinary.add(prior);
      } else {
        stones.add(new Touchstone(prior, Set.of(columns[0].split(","))));
      }
    }
    return new Touchstones(ordinary, stones);
  }

  /** Labels with commas between them or a dash for none; language; text. */
  private static List<String[]> lines() {
    try (InputStream in = Touchstones.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from this build");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split("\t", COLUMNS))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }
}
