package dev.frontline.classify.about;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a post where it turns from one matter to another: at sentences and at words of contrast. */
final class Clauses {

  private static final Pattern TURN =
      Pattern.compile(
          "(?<=[.!?…;])\\s+|\\s*\\n\\s*|\\s+[-–—]+\\s+"
              + "|[,\\s]\\s*(?=(?:but|while|whereas|unlike|although|though|however|meanwhile"
              + "|pero|mientras|aunque|en cambio"
              + "|aber|wahrend|dagegen|hingegen|obwohl|sondern"
              + "|mais|alors que|tandis que|contrairement|par contre)\\b)");

  private static final Pattern JOINT =
      Pattern.compile("\\s*,\\s*|\\s+(?=(?:and|so|because|since|y|porque|und|weil|et|car)\\b)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  /** So many words beside names make a clause of its own. */
  private static final int SAYS_SOMETHING = 2;

  private Clauses() {}

  /** A run of the text's characters. */
  record Clause(int from, int to) {}

  /**
   * @param folded see {@link Named#folded}
   * @param named who is told apart: a clause that names two of them is cut between them, where both
   *     parts say something
   */
  static List<Clause> of(String folded, List<Named> named) {
    List<Clause> clauses = new ArrayList<>();
    Matcher turn = TURN.matcher(folded);
    int from = 0;
    while (turn.find()) {
      add(folded, from, turn.start(), named, clauses);
      from = turn.end();
    }
    add(folded, from, folded.length(), named, clauses);
    return clauses;
  }

  private static void add(String folded, int from, int to, List<Named> named, List<Clause> into) {
    if (folded.substring(from, to).isBlank()) {
      return;
    }
    Matcher joint = JOINT.matcher(folded).region(from, to).useTransparentBounds(true);
    while (joint.find()) {
      if (joint.start() > from
          && separates(
              folded.substring(from, joint.start()), folded.substring(joint.end(), to), named)) {
        into.add(new Clause(from, joint.start()));
        add(folded, joint.end(), to, named, into);
        return;
      }
    }
    into.add(new Clause(from, to));
  }

  /** Whether each part names somebody whom the other does not, and says something of them. */
  private static boolean separates(String left, String right, List<Named> named) {
    return named.stream().anyMatch(n -> n.in(left) >= 0 && n.in(right) < 0)
        && named.stream().anyMatch(n -> n.in(right) >= 0 && n.in(left) < 0)
        && words(left, named) >= SAYS_SOMETHING
        && words(right, named) > SAYS_SOMETHING;
  }

  /** How many words a text has beside names. */
  static int words(String folded, List<Named> named) {
    String rest = folded;
    for (Named one : named) {
      rest = one.words().matcher(rest).replaceAll(" ");
    }
    return (int) WORD.matcher(rest).results().count();
  }
}
