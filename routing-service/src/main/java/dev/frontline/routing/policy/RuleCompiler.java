package dev.frontline.routing.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.InvalidCompanyFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compiles rules once. An expression sees {@code post} and nothing else: CEL has no loops without
 * bound, no input or output, and its regular expressions run in linear time, so that neither a rule
 * nor a post's text can do harm.
 */
final class RuleCompiler {

  static final int MOST_RULES = 200;
  private static final int LONGEST_EXPRESSION = 4_000;

  private final Cel cel =
      CelFactory.standardCelBuilder()
          .setOptions(
              CelOptions.current()
                  .maxExpressionCodePointSize(LONGEST_EXPRESSION)
                  .maxParseRecursionDepth(50)
                  .comprehensionMaxIterations(1_000)
                  .enableHeterogeneousNumericComparisons(true)
                  .build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addCompilerLibraries(strings())
          .addRuntimeLibraries(strings())
          .setTypeProvider(new PostType())
          .addVar(PostType.VARIABLE, PostType.TYPE)
          .setResultType(SimpleType.BOOL)
          .build();

  /**
   * @throws InvalidCompanyFileException naming the rule, the position and what is allowed
   */
  List<CompiledRule> compile(List<Company.Rule> rules) {
    if (rules.size() > MOST_RULES) {
      throw new InvalidCompanyFileException(
          "frontline.yaml rules: "
              + rules.size()
              + " rules are too many, at most "
              + MOST_RULES
              + " are allowed");
    }
    Set<String> names = new HashSet<>();
    for (Company.Rule rule : rules) {
      if (!names.add(rule.name())) {
        throw new InvalidCompanyFileException(
            "frontline.yaml rules: '" + rule.name() + "' names two rules; each needs its own name");
      }
    }
    return rules.stream().map(this::compile).toList();
  }

  private CompiledRule compile(Company.Rule rule) {
    try {
      CelAbstractSyntaxTree ast = cel.compile(rule.when()).getAst();
      return new CompiledRule(
          rule, priority(rule), cel.createProgram(ast), fieldsOf(ast), new AtomicLong());
    } catch (CelValidationException e) {
      throw new InvalidCompanyFileException(
          "frontline.yaml rules '" + rule.name() + "' when " + sayWhatIsWrong(e), e);
    } catch (CelEvaluationException e) {
      throw new InvalidCompanyFileException(
          "frontline.yaml rules '" + rule.name() + "' when: " + e.getMessage(), e);
    }
  }

  private static String sayWhatIsWrong(CelValidationException e) {
    if (e.getErrors().isEmpty()) {
      return ": " + e.getMessage();
    }
    CelIssue first = e.getErrors().get(0);
    return "line "
        + first.getSourceLocation().getLine()
        + ", column "
        + (first.getSourceLocation().getColumn() + 1)
        + ": "
        + first.getMessage()
        + "; a rule is true or false and reads post with the fields "
        + String.join(", ", PostType.TYPE.fieldNames());
  }

  private static Priority priority(Company.Rule rule) {
    if (rule.priority() == null) {
      return Priority.NORMAL;
    }
    try {
      return Priority.valueOf(rule.priority().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidCompanyFileException(
          "frontline.yaml rules '"
              + rule.name()
              + "' priority: '"
              + rule.priority()
              + "' is not one of [urgent, high, normal, low]",
          e);
    }
  }

  private static List<String> fieldsOf(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.SELECT)
        .map(e -> e.select().field())
        .distinct()
        .toList();
  }

  private static CelStringExtensions strings() {
    return CelExtensions.strings(
        CelStringExtensions.Function.LOWER_ASCII, CelStringExtensions.Function.INDEX_OF);
  }
}
