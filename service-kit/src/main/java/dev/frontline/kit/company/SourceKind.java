package dev.frontline.kit.company;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A kind of source as the company file knows it. What the kind does is ingest's; here stands only
 * what may be written, so that a wrong line is named at start.
 *
 * @param url what {@code url} is; empty where there is none
 * @param needsUrl whether it must be there
 * @param settings what may stand under {@code settings}
 * @param required those of them that must
 */
public record SourceKind(
    String name, String url, boolean needsUrl, Set<String> settings, List<String> required) {

  /** All kinds, by name. */
  public static final Map<String, SourceKind> ALL;

  private static final Map<String, SourceKind> KINDS = new TreeMap<>();

  /** Those that a test beside a server of the network's own kind proves. */
  private static final Set<String> BESIDE_REAL_SERVERS =
      Set.of("bluesky", "email", "feed", "mastodon");

  /** The setting that limits who may answer; of every kind that takes answers. */
  static final String ANSWER_ROLES = "answerRoles";

  /** Those that take no answers from here. */
  private static final Set<String> ONLY_HEARD =
      Set.of("appstore", "feed", "hackernews", "stackexchange", "telegram");

  /** Those that speak no network's words but ours. */
  private static final Set<String> OURS = Set.of("replay", "webhook");

  static {
    add("webhook", "", false, Set.of());
    add("replay", "", false, Set.of());
    add("feed", "a feed needs the address that it reads", true, Set.of("callback", "lookback"));
    add("hackernews", "the search interface", false, Set.of("query", "items", "lookback"));
    add(
        "mastodon",
        "a server such as https://mastodon.example",
        true,
        Set.of("tags", "stream", "lookback", "visibility"));
    add("bluesky", "a Jetstream", false, Set.of("pds", "handle", "appview", "lookback"));
    add("email", "", false, Set.of("imap", "smtp", "user", "from", "folder"), "imap", "user");
    add("github", "a server's interface", false, Set.of("query", "lookback"));
    add("discourse", "a forum such as https://forum.example", true, Set.of("user"));
    add("facebook", "the Graph", false, Set.of("verifyToken", "account"));
    add("instagram", "the Graph", false, Set.of("verifyToken", "account"));
    add("youtube", "the Data API", false, Set.of("channels", "videos", "query", "lookback"));
    add(
        "x",
        "X's interface",
        false,
        Set.of("query", "authors", "stream", "backfill", "lookback", "spendCap"),
        "spendCap");
    add(
        "reddit",
        "Reddit's interface",
        false,
        Set.of("client", "user", "subreddits", "query", "lookback"),
        "client",
        "user");
    add("telegram", "the bot interface", false, Set.of("chats"), "chats");
    add(
        "stackexchange",
        "the interface of all its sites",
        false,
        Set.of("site", "query", "tags", "lookback"));
    add(
        "linkedin",
        "LinkedIn's interface",
        false,
        Set.of("organizations", "version", "lookback"),
        "organizations");
    add("googleplay", "the publisher's interface", false, Set.of("apps", "lookback"), "apps");
    add("appstore", "the stores' feeds", false, Set.of("app", "countries", "lookback"), "app");
    add("appstoreconnect", "App Store Connect", false, Set.of("apps", "lookback"), "apps");
    add("trustpilot", "Trustpilot", false, Set.of("units", "user", "lookback"), "units");
    add("googlebusiness", "Business Profile", false, Set.of("locations", "lookback"), "locations");
    ALL = Collections.unmodifiableMap(KINDS);
  }

  /** What its connector was tested against, in words for people. */
  public String tested() {
    if (OURS.contains(name)) {
      return "";
    }
    return BESIDE_REAL_SERVERS.contains(name)
        ? "tested beside a real server"
        : "tested against a stub, never seen live";
  }

  /** Settings that say something; a name with nothing after it is as if it were not there. */
  static Map<String, String> withoutBlanks(@Nullable Map<String, String> settings) {
    Map<String, String> told = new TreeMap<>();
    if (settings != null) {
      settings.forEach(
          (name, value) -> {
            if (value != null && !value.isBlank()) {
              told.put(name, value);
            }
          });
    }
    return Collections.unmodifiableMap(told);
  }

  private static void add(
      String name, String url, boolean needsUrl, Set<String> settings, String... required) {
    Set<String> all = new TreeSet<>(settings);
    if (!ONLY_HEARD.contains(name)) {
      all.add(ANSWER_ROLES);
    }
    KINDS.put(
        name,
        new SourceKind(name, url, needsUrl, Collections.unmodifiableSet(all), List.of(required)));
  }
}
