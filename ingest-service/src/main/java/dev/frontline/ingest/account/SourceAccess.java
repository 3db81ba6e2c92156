package dev.frontline.ingest.account;

import dev.frontline.kit.company.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account is connected to one source, for whoever guides a person through it.
 *
 * @param word fields of a password, key or token; null where only consent leads to one
 * @param consent fields that its consent needs first; null where there is none
 * @param environment whether a token of the environment serves until an account is connected
 */
public record SourceAccess(
    String source,
    String kind,
    String network,
    @Nullable Way word,
    @Nullable Way consent,
    boolean environment) {

  /**
   * One way to a token.
   *
   * @param help where a person finds what is asked for
   * @param outOfBand whether the network can show the code, for where no browser is
   */
  public record Way(String help, List<Field> fields, boolean outOfBand) {}

  /** Something to type. */
  public record Field(String name, String label, boolean secret) {}

  static SourceAccess of(Source source, Access access, boolean environment) {
    Access.Word word = access.word();
    Access.Consent consent = access.consent();
    return new SourceAccess(
        source.id(),
        source.kind(),
        access.title(),
        word == null ? null : new Way(word.help(), fields(word.fields()), false),
        consent == null
            ? null
            : new Way(consent.help(), fields(consent.fields()), consent.outOfBand() != null),
        environment);
  }

  private static List<Field> fields(List<Access.Field> fields) {
    return fields.stream().map(f -> new Field(f.name(), f.label(), f.secret())).toList();
  }
}
