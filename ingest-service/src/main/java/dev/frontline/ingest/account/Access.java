package dev.frontline.ingest.account;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.frontline.contracts.Lists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How accounts of one network are connected; {@code accounts.yaml} explains the parts. All that
 * differs between networks is here, and none of it is code.
 *
 * @param kind of sources that use such accounts
 * @param server where the source has no address of its own
 * @param serverSetting the source's setting that holds the address; null where it is its {@code
 *     url}
 * @param word null where only consent leads to a token
 * @param consent null where the network has none, or none is needed
 * @param check null where the network says nothing about an account
 */
record Access(
    String kind,
    String title,
    String server,
    @Nullable String serverSetting,
    @Nullable Word word,
    @Nullable Consent consent,
    String secret,
    List<String> settings,
    @Nullable Check check,
    List<String> posting) {

  Access {
    server = server == null ? "" : server;
    settings = Lists.copy(settings);
    posting = Lists.copy(posting);
  }

  /** Something that a person types. */
  record Field(String name, String label, boolean secret) {}

  /**
   * What a person has already.
   *
   * @param secret in place of the access's own; null where it is that
   * @param readsOnly whether it only reads, whatever the account may do
   */
  record Word(String help, List<Field> fields, @Nullable String secret, boolean readsOnly) {
    Word {
      fields = Lists.copy(fields);
    }
  }

  /**
   * OAuth 2.0 by code.
   *
   * @param fields that a person types besides
   * @param basic whether the client shows itself by HTTP Basic, else in the form
   * @param outOfBand the address that has the network show the code; null where it does not
   */
  record Consent(
      String help,
      List<Field> fields,
      @Nullable Register register,
      String authorize,
      String token,
      List<String> scopes,
      String scopeSeparator,
      boolean pkce,
      boolean basic,
      Map<String, String> extra,
      @Nullable String outOfBand,
      List<Step> then) {
    Consent {
      fields = Lists.copy(fields);
      scopes = Lists.copy(scopes);
      scopeSeparator = scopeSeparator == null ? " " : scopeSeparator;
      extra = extra == null ? Map.of() : Map.copyOf(extra);
      then = Lists.copy(then);
    }
  }

  /** The network makes a client when it is asked. */
  record Register(String address, Map<String, String> form) {
    Register {
      form = Map.copyOf(form);
    }
  }

  /** One more request on the way to the token that is kept; {@code take} becomes {access}. */
  record Step(String address, Map<String, String> headers, String take) {
    Step {
      headers = headers == null ? Map.of() : Map.copyOf(headers);
    }
  }

  /**
   * Asks whose account it is.
   *
   * @param json the body of a POST; null for a GET
   * @param id JSON pointer to what stays the same when the account changes its name
   * @param scopesHeader header of the answer that lists what the token may do
   * @param expiresHeader header of the answer that says until when it is good
   */
  record Check(
      String address,
      Map<String, String> headers,
      @Nullable String json,
      String id,
      @Nullable String handle,
      @Nullable String name,
      @Nullable String link,
      @Nullable String scopesHeader,
      @Nullable String expiresHeader) {
    Check {
      headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    boolean needsToken() {
      return (address + headers + json).contains("{access}");
    }
  }

  private static final ObjectMapper YAML = YAMLMapper.builder().findAndAddModules().build();

  /**
   * The networks of a table.
   *
   * @throws UncheckedIOException where it cannot be read
   */
  static Map<String, Access> table(String yaml) {
    try {
      Map<String, Access> all = new LinkedHashMap<>();
      YAML.readValue(yaml, new TypeReference<List<Access>>() {}).forEach(a -> all.put(a.kind(), a));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table that ships, as text. */
  static String shipped() {
    try (InputStream in = Access.class.getResourceAsStream("/accounts.yaml")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A network of which nothing more is known than that it takes a token. */
  static Access plain(String kind) {
    return new Access(
        kind,
        kind,
        "",
        null,
        new Word(
            "The token or key by which this source is read.",
            List.of(new Field("access", "Token or key", true)),
            null,
            false),
        null,
        "{access}",
        List.of(),
        null,
        List.of());
  }

  /** What the source is given. */
  String secret(Map<String, String> values) {
    return Filling.plain(template(values), values);
  }

  /**
   * Whether answers can be posted with what these values are, as far as is known without trying.
   */
  boolean posts(Map<String, String> values, List<String> scopes) {
    boolean onlyReads = word != null && word.readsOnly() && !values.containsKey("refresh");
    return !onlyReads
        && (posting.isEmpty() || scopes.isEmpty() || posting.stream().anyMatch(scopes::contains));
  }

  private String template(Map<String, String> values) {
    String ofWord = word == null ? null : word.secret();
    return ofWord != null && !values.containsKey("refresh") ? ofWord : secret;
  }

  /** All fields of both ways, those of a word first. */
  List<Field> fields() {
    List<Field> all = new ArrayList<>();
    Stream.of(
            word == null ? List.<Field>of() : word.fields(),
            consent == null ? List.<Field>of() : consent.fields())
        .flatMap(List::stream)
        .filter(f -> all.stream().noneMatch(g -> g.name().equals(f.name())))
        .forEach(all::add);
    return all;
  }
}
