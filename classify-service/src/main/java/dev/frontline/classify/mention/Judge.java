package dev.frontline.classify.mention;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.mention.Mention;

/** Says what a post is from its text alone. Safe for use by several threads. */
public interface Judge {

  Judgement judge(Mention mention);
}
