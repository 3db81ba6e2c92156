package dev.frontline.contracts.classification;

import java.util.List;

/** The names of the labels, as they stand in events, rules and the public API. */
public final class Labels {

  public static final String COMPLAINT = "complaint";
  public static final String LEAD = "lead";
  public static final String PR_RISK = "pr_risk";
  public static final String PRAISE = "praise";
  public static final String QUESTION = "question";
  public static final String NOISE = "noise";
  public static final String URGENT = "urgent";
  public static final String TOXIC = "toxic";

  /** Every label, in the order people see them. */
  public static final List<String> ALL =
      List.of(COMPLAINT, LEAD, PR_RISK, PRAISE, QUESTION, NOISE, URGENT, TOXIC);

  /** Those by which somebody is wanted: a post with none of them needs nobody by itself. */
  public static final List<String> ROUTING = List.of(COMPLAINT, LEAD, PR_RISK, QUESTION);

  private Labels() {}
}
