package dev.frontline.classify.data;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One labelled post, as a line of a data file.
 *
 * <p>Fields: {@code id, text, lang, group, source, stratum, sentiment, confidence} and a field 0 or
 * 1 for each label that is known.
 */
public final class Post {

  /** The source of a post whose labels the project's own readers set. */
  public static final String READ = "read";

  /** The source of one whose tone they set. */
  public static final String READ_TONE = "read-tone";

  /** The source of a post that was written for this project. */
  public static final String INVENTED = "invented";

  private final Map<String, Object> fields = new LinkedHashMap<>();

  @JsonAnySetter
  void set(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /**
   * The same text filed under a brand, with nothing known but what was read of it and was not known
   * before.
   *
   * @param source {@link #READ}, {@link #READ_TONE} or {@link #INVENTED}
   */
  Post read(String brand, String source, Map<String, Object> said) {
    Post read = new Post();
    read.fields.putAll(said);
    said.keySet().stream().filter(fields::containsKey).forEach(read.fields::remove);
    read.set("confidence", said.get("confidence"));
    for (String kept : List.of("id", "text", "lang")) {
      read.set(kept, fields.get(kept));
    }
    read.set("group", brand);
    read.set("source", source);
    return read;
  }

  public String id() {
    return string("id");
  }

  public String text() {
    return string("text");
  }

  /** Brand, domain or event; what is held out together. */
  public String group() {
    return string("group");
  }

  public String source() {
    return string("source");
  }

  public @Nullable String sentiment() {
    Object value = fields.get("sentiment");
    return value == null ? null : value.toString();
  }

  public @Nullable String lang() {
    Object value = fields.get("lang");
    return value == null ? null : value.toString();
  }

  /** Drawn at random, so that it shows how common things are. */
  @JsonIgnore
  public boolean isRandom() {
    return "random".equals(string("stratum"));
  }

  /** 1 or 0, -1 where it is not known. */
  public int label(String name) {
    return fields.get(name) instanceof Number n
        ? (n.intValue() > 0 ? 1 : 0)
        : fields.get(name) instanceof Boolean b ? (b ? 1 : 0) : -1;
  }

  /** How sure the reader who labelled it was, from 1 to 3; 0 where that is not known. */
  @JsonIgnore
  public int confidence() {
    int said = fields.get("confidence") instanceof Number n ? n.intValue() : 0;
    return said >= 1 && said <= 3 ? said : 0;
  }

  private String string(String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}
