package dev.frontline.classify.mention;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.mention.Mention;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the posts of one poll: the fast tier all of them, the slow one the doubtful as far as the
 * poll's allowance goes; the rest stays shallow. For one thread.
 */
final class Judging {

  private final Judge judge;
  private final LongSupplier nanos;
  private final Allowance allowance;

  /**
   * @param nanos a clock that only goes forward
   */
  Judging(Judge judge, LongSupplier nanos) {
    this.judge = judge;
    this.nanos = nanos;
    this.allowance = new Allowance(nanos.getAsLong());
  }

  /**
   * @param mentions that are to be judged
   * @param polled how many events the poll brought
   * @return by mention, the very object
   */
  Map<Mention, Judgement> judge(List<Mention> mentions, int polled) {
    Map<Mention, Judgement> judged = new IdentityHashMap<>();
    for (Mention mention : mentions) {
      judged.put(mention, judge.judge(mention));
    }
    long begun = nanos.getAsLong();
    long until = begun + allowance.of(polled, begun);
    long now = begun;
    for (Mention mention : mentions) {
      if (now >= until) {
        break;
      }
      Judgement first = judged.get(mention);
      if (first != null && first.shallow()) {
        @Nullable Judgement deep = judge.deepen(mention);
        if (deep != null) {
          judged.put(mention, deep);
        }
        now = nanos.getAsLong();
      }
    }
    allowance.spend(now - begun);
    return judged;
  }
}
