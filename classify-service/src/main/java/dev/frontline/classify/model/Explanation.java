package dev.frontline.classify.model;

import dev.frontline.classify.text.CueHits;
import dev.frontline.classify.text.LittleWords;
import dev.frontline.classify.text.NGrams;
import dev.frontline.classify.text.TokenKind;
import dev.frontline.classify.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the pieces of a post that spoke most for a label: every n-gram's and cue's share of the
 * log-odds is laid on its words, and the runs of words with the most are named as written. Runs of
 * nothing but little words are passed over: they moved the model, but tell a reader nothing.
 */
final class Explanation {

  private static final int MOST_PIECES = 5;
  private static final int LONGEST = 3;
  private static final float LEAST_SHARE = 0.15f;
  private static final int MOST_CHARS = 256;

  private Explanation() {}

  static List<String> of(
      String text,
      PostReader post,
      WeightTable weights,
      TextCnn context,
      int label,
      Verdict verdict,
      float[] signals,
      Adaptation adaptation) {
    Tokens tokens = post.tokens();
    float[] drive = driveByWord(post, weights, label, verdict);
    addContext(post, context, label, verdict, drive);
    addCues(post, context, label, verdict, drive);
    addLearned(post, weights.charShare(), label, adaptation, drive);
    List<String> pieces = new ArrayList<>();
    boolean[] taken = new boolean[tokens.count()];
    float strongest = 0;
    while (pieces.size() < MOST_PIECES) {
      int[] best = strongest(tokens, drive, taken);
      if (best.length == 0) {
        break;
      }
      float value = sum(drive, best[0], best[1]);
      if (value <= 0 || value < strongest * LEAST_SHARE) {
        break;
      }
      strongest = Math.max(strongest, value);
      boolean telling = false;
      for (int i = best[0]; i <= best[1]; i++) {
        taken[i] = true;
        telling |= LittleWords.telling(tokens, i);
      }
      if (telling) {
        pieces.add(text.substring(tokens.start(best[0]), tokens.end(best[1])));
      }
    }
    return pieces.isEmpty() ? List.of(strongestSignal(verdict, signals, post.inEnglish())) : pieces;
  }

  private static float[] driveByWord(
      PostReader post, WeightTable weights, int label, Verdict verdict) {
    Tokens tokens = post.tokens();
    float[] drive = new float[tokens.count()];
    float words = WeightTable.block(post.grams().words(), post.grams().wordCount());
    float chars =
        WeightTable.block(post.grams().chars(), post.grams().charCount()) * weights.charShare();
    int[] bins = new int[MOST_CHARS];
    float english = post.inEnglish();
    for (int head = 0; head < Heads.COUNT; head++) {
      float factor = verdict.weight(head, english);
      if (factor == 0 || head != label && head < Heads.LABELS) {
        continue;
      }
      for (int i = 0; i < tokens.count(); i++) {
        for (int n = 1; n <= LONGEST && i + n <= tokens.count(); n++) {
          float share = factor * words * weights.weight(NGrams.wordBin(tokens, i, n), head) / n;
          for (int k = i; k < i + n; k++) {
            drive[k] += share;
          }
        }
        int count = NGrams.charBins(tokens, i, bins, 0);
        for (int b = 0; b < count; b++) {
          drive[i] += factor * chars * weights.weight(bins[b], head);
        }
      }
    }
    return drive;
  }

  /** What the post's word pieces say together, laid on the words in which they stand. */
  private static void addContext(
      PostReader post, TextCnn context, int label, Verdict verdict, float[] drive) {
    float[] factors = new float[Heads.COUNT];
    for (int head = 0; head < Heads.COUNT; head++) {
      factors[head] = spokenOf(head, label, post, verdict);
    }
    float[] byPiece = new StrongestPlaces(context, post.pieces()).drive(factors);
    for (int i = 0; i < byPiece.length; i++) {
      int token = byPiece[i] == 0 ? -1 : post.tokenOf(i);
      if (token >= 0) {
        drive[token] += byPiece[i];
      }
    }
  }

  /** What people's corrections taught the words of this post. */
  private static void addLearned(
      PostReader post, float charShare, int label, Adaptation adaptation, float[] drive) {
    if (!adaptation.teaches(label)) {
      return;
    }
    Tokens tokens = post.tokens();
    float words = WeightTable.block(post.grams().words(), post.grams().wordCount());
    float chars = WeightTable.block(post.grams().chars(), post.grams().charCount()) * charShare;
    int[] bins = new int[MOST_CHARS];
    for (int i = 0; i < tokens.count(); i++) {
      for (int n = 1; n <= LONGEST && i + n <= tokens.count(); n++) {
        float share = words * adaptation.weight(label, NGrams.wordBin(tokens, i, n)) / n;
        for (int k = i; k < i + n; k++) {
          drive[k] += share;
        }
      }
      int count = NGrams.charBins(tokens, i, bins, 0);
      for (int b = 0; b < count; b++) {
        drive[i] += chars * adaptation.weight(label, bins[b]);
      }
    }
  }

  private static void addCues(
      PostReader post, TextCnn context, int label, Verdict verdict, float[] drive) {
    CueHits cues = post.cues();
    for (int hit = 0; hit < cues.count(); hit++) {
      int signal = Signals.of(cues.category(hit));
      float factor = weight(signal, post, context, label, verdict);
      if (cues.category(hit).isRisk()) {
        factor += weight(Signals.risk(), post, context, label, verdict);
      }
      int length = cues.last(hit) - cues.first(hit) + 1;
      for (int i = cues.first(hit); i <= cues.last(hit); i++) {
        drive[i] += factor * cues.strength(hit) / length;
      }
    }
  }

  /** Of a number of the surface, by itself and through what the pieces say together. */
  private static float weight(
      int signal, PostReader post, TextCnn context, int label, Verdict verdict) {
    float weight = verdict.weight(signal, post.inEnglish());
    for (int head = 0; head < Heads.COUNT; head++) {
      weight +=
          spokenOf(head, label, post, verdict) * context.surfaceWeight(head, signal - Heads.COUNT);
    }
    return weight;
  }

  /** How much an output over pieces counts that is the label's own, or a sentiment's. */
  private static float spokenOf(int head, int label, PostReader post, Verdict verdict) {
    return post.pieces().length > 0 && (head == label || head >= Heads.LABELS)
        ? verdict.weight(Signals.context(head), post.inEnglish())
        : 0;
  }

  /** First and last word of the run of up to three free words with the most drive. */
  private static int[] strongest(Tokens tokens, float[] drive, boolean[] taken) {
    int[] best = {};
    float most = 0;
    for (int i = 0; i < tokens.count(); i++) {
      float sum = 0;
      for (int j = i; j < i + LONGEST && j < tokens.count(); j++) {
        if (taken[j]
            || !readable(tokens.kind(j))
            || tokens.start(j) - endBefore(tokens, j, i) > 2) {
          break;
        }
        sum += drive[j];
        // A longer run must earn its length, or every piece would be three words long.
        float worth = sum - 0.05f * (j - i);
        if (worth > most && drive[i] > 0 && drive[j] > 0) {
          most = worth;
          best = new int[] {i, j};
        }
      }
    }
    return best;
  }

  private static int endBefore(Tokens tokens, int j, int first) {
    return j == first ? tokens.start(j) : tokens.end(j - 1);
  }

  private static boolean readable(TokenKind kind) {
    return kind != TokenKind.URL && kind != TokenKind.USER;
  }

  private static float sum(float[] drive, int from, int to) {
    float sum = 0;
    for (int i = from; i <= to; i++) {
      sum += drive[i];
    }
    return sum;
  }

  private static String strongestSignal(Verdict verdict, float[] signals, float english) {
    int best = Heads.LABELS;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = Heads.LABELS; i < Signals.context(0); i++) {
      float drive = verdict.weight(i, english) * signals[i];
      if (drive > most) {
        most = drive;
        best = i;
      }
    }
    return "(" + Signals.name(best) + ")";
  }
}
