package dev.frontline.classify.text;

import java.util.Set;

/**
 * Words that hold sentences together and, alone, tell a reader nothing about why a post got its
 * label: articles, pronouns, prepositions, conjunctions, forms of "to be". The model may weigh them
 * all the same. Negations, question words and words of degree are none: they do tell.
 */
public final class LittleWords {

  // English, Spanish, German, French; as tokens are compared: lower case, without accents.
  private static final Set<String> WORDS =
      Set.of(
          """
          the an and or but so as at by for from in into of off on onto to up with than that this
          these those there then it its he him his she her they them their we us our you your my
          me mine am is are was were be been being has have had do does did will would yes ok edit
          if also here im ive id
          el la los las un una unos unas lo le les se te mi mis tu tus su sus yo ella ellos de del
          al en con por para que es son era fue ha han hay si pero como este esta esto ese esa eso
          der die das den dem des ein eine einen einem einer und oder aber ich du er sie wir ihr
          mich mir dich dir uns euch mein meine dein deine sein seine bin bist ist sind seid war
          hat habe haben ins auf aus bei mit nach von vom vor zu zum zur fur ja auch dass
          une au aux et ou mais je il elle nous vous ils elles mon ma mes ton ta tes sa ses notre
          votre ce cet cette ces dans sur par pour avec sans qui suis est sont etait ai ont oui ca
          """
              .strip()
              .split("\\s+"));

  private LittleWords() {}

  /** Whether the token alone tells a reader something. */
  public static boolean telling(Tokens tokens, int token) {
    if (tokens.kind(token) != TokenKind.WORD) {
      return true;
    }
    String word = tokens.normal(token);
    boolean letter = word.length() == 1 && word.charAt(0) < 0x250;
    return !letter && !WORDS.contains(word);
  }
}
