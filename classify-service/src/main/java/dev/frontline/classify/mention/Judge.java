package dev.frontline.classify.mention;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.mention.Mention;
import org.jspecify.annotations.Nullable;

/** Says what a post is from its text alone. Safe for use by several threads. */
public interface Judge {

  /** The fast tier's word; {@link Judgement#shallow} tells whether the slow one is worth asking. */
  Judgement judge(Mention mention);

  /** The slow tier's word, some ten milliseconds of work; null where there is none any more. */
  @Nullable Judgement deepen(Mention mention);
}
