package dev.frontline.routing.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The declared type of the rules' one variable. Every field is named, so that a misspelt one is an
 * error when the rules are read, not a rule that silently never holds.
 */
final class PostType implements CelTypeProvider {

  /** What rules call the post. */
  static final String VARIABLE = "post";

  private static final Map<String, CelType> FIELDS = fields();

  static final StructType TYPE =
      StructType.create(
          "frontline.Post",
          ImmutableSet.copyOf(FIELDS.keySet()),
          field -> Optional.ofNullable(FIELDS.get(field)));

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableSet.of(TYPE);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return name.equals(TYPE.name()) ? Optional.of(TYPE) : Optional.empty();
  }

  private static Map<String, CelType> fields() {
    Map<String, CelType> fields = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "complaint",
          "lead",
          "pr_risk",
          "praise",
          "question",
          "noise",
          "urgent",
          "toxic",
          "unsure",
          "repost",
          "has_link"
        }) {
      fields.put(name, SimpleType.BOOL);
    }
    for (String name :
        new String[] {"p_complaint", "p_lead", "p_pr_risk", "p_praise", "p_question", "p_noise"}) {
      fields.put(name, SimpleType.DOUBLE);
    }
    for (String name :
        new String[] {"sentiment", "lang", "network", "brand", "kind", "text", "author", "risk"}) {
      fields.put(name, SimpleType.STRING);
    }
    fields.put("themes", ListType.create(SimpleType.STRING));
    fields.put("reach", SimpleType.INT);
    fields.put("followers", SimpleType.INT);
    fields.put("rating", SimpleType.INT);
    return fields;
  }
}
