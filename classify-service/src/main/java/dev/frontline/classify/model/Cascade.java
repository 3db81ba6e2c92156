package dev.frontline.classify.model;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.encoder.Reading;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import org.jspecify.annotations.Nullable;

/**
 * The fast tier and, for the posts that pass the gate, the slow one. One instance a thread; the
 * encoder is shared.
 */
public final class Cascade {

  private final Tier0 fast;
  private final @Nullable Tier1 slow;
  private final @Nullable Encoder encoder;

  /**
   * @param encoder null where only the fast tier is to judge
   */
  public Cascade(Tier0Model model, CueBook book, @Nullable Encoder encoder) {
    this.fast = new Tier0(model, book);
    this.slow = model.tier1() == null || encoder == null ? null : new Tier1(model, book);
    this.encoder = encoder;
  }

  public String version() {
    return fast.version();
  }

  /** See {@link Tier0#prior}; the slow tier's log-odds where it would be asked. */
  public Prior prior(String text, BrandNames names, @Nullable String told) {
    Prior first = fast.prior(text, names, told);
    if (slow == null
        || encoder == null
        || !fast.judge(text, names, told, Adaptation.NONE).shallow()) {
      return first;
    }
    Reading reading = encoder.read(text);
    return reading == null ? first : slow.prior(text, names, told, reading, first);
  }

  /** The fast tier alone; {@link Judgement#shallow} says whether the slow one would be asked. */
  public Judgement quick(
      String text, BrandNames names, @Nullable String told, Adaptation adaptation) {
    return fast.judge(text, names, told, adaptation);
  }

  /** The slow tier's word; null where there is none, or none any more. */
  public @Nullable Judgement deep(
      String text, BrandNames names, @Nullable String told, Adaptation adaptation) {
    if (slow == null || encoder == null) {
      return null;
    }
    Reading reading = encoder.read(text);
    return reading == null ? null : slow.judge(text, names, told, adaptation, reading);
  }

  /** Both: the slow tier's word where it is worth asking. */
  public Judgement judge(
      String text, BrandNames names, @Nullable String told, Adaptation adaptation) {
    Judgement first = quick(text, names, told, adaptation);
    Judgement second = first.shallow() ? deep(text, names, told, adaptation) : null;
    return second == null ? first : second;
  }
}
