package dev.frontline.routing.incident.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Picks a post's words of note. */
final class Words {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;
  private static final int MOST = 24;

  /** Common words of four languages: where little was heard yet, they would seem to rise. */
  private static final Set<String> COMMON =
      Set.copyOf(
          List.of(
              ("about after again also another been before being both came could does doing done down"
                      + " each even every from getting going have having here into just like made make"
                      + " many more most much must never only other over really said same says some"
                      + " still such than that their them then there these they thing think this those"
                      + " through very want week well went were what when where which while will with"
                      + " would year your yours because still https http"
                      + " aber alle auch beim bitte dann dass deine denn diese dieser doch durch eine"
                      + " einem einen einer eines etwas euch ganz gibt habe haben hier immer jetzt kann"
                      + " kein keine mehr mein meine nach nicht noch nochmal oder ohne schon sein sind"
                      + " sich über unser unsere viel wenn werden wieder wird wurde zwei"
                      + " algo ante antes aquí cada como cuando cuánta cuánto desde donde ella ellos"
                      + " entre esta está están este esto hace hasta luego mismo mucho muchas nada"
                      + " para pero porque puede quien sido sobre solo también tengo tiene todo todos"
                      + " unos vamos veces"
                      + " alors après aussi autre avec avoir bien cela cette ceux chez comme dans depuis"
                      + " deux dire donc elle elles encore entre être faire fait jamais leur leurs mais"
                      + " même mois nous pour pourquoi quand rien sans sera sont sous tous toujours tout"
                      + " toute très trop vous votre")
                  .split(" ")));

  private Words() {}

  /** In the order of the text, each once, in small letters. */
  static List<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    int from = -1;
    for (int i = 0; i <= text.length() && words.size() < MOST; i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (i - from >= SHORTEST && i - from <= LONGEST && !partOfName(text, from)) {
          String word = text.substring(from, i).toLowerCase(Locale.ROOT);
          if (!COMMON.contains(word)) {
            words.add(word);
          }
        }
        from = -1;
      }
    }
    return new ArrayList<>(words);
  }

  /** Of an address or an account. */
  private static boolean partOfName(String text, int from) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    return before == '@' || before == '/' || before == '.' || before == '_';
  }
}
