package dev.frontline.ingest.network.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.NewestFirst;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import dev.frontline.ingest.token.GoogleAccount;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * YouTube (developers.google.com/youtube/v3): the comments on channels and videos, newest thread
 * first, then a search for videos that name us, then a look at what was heard before. Its terms let
 * nobody keep what nobody saw again for 30 days, nor learn from it.
 */
@ApplicationScoped
class YouTube implements RecheckedSource, AnsweringSource {

  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(30);

  /** What a listed video may be without anything being wrong with the source. */
  private static final Set<String> SILENT = Set.of("commentsDisabled", "videoNotFound");

  private static final Traits TRAITS =
      new Traits(
          "youtube",
          "the moment up to which comments were read, the searches used today",
          OVERLAP,
          Deletion.SWEEP,
          10_000,
          Duration.ofDays(1),
          Duration.ofMinutes(10),
          0,
          Replies.HERE,
          Answering.MOST_CHARACTERS,
          null,
          new Terms(true, false, KEPT));

  private final Api api = new Api();
  private final Searching searching = new Searching(api);
  private final LookingUp lookingUp = new LookingUp(api);
  private final Answering answering = new Answering(api);

  /** Whose comments are read: a channel's or a video's. */
  private record Place(String parameter, String id) {}

  @Override
  public String kind() {
    return "youtube";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** The quota is the project's, whatever its sources read. */
  @Override
  public String credential(Source source, @Nullable String secret) {
    return "youtube|" + String.valueOf(secret).hashCode();
  }

  @Override
  public Cursor from(Instant moment) {
    return Searching.from(NewestFirst.from(moment, OVERLAP), moment);
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    if (Searching.begun(cursor)) {
      return searching.page(opened, cursor);
    }
    List<Place> places = places(opened);
    Page page =
        NewestFirst.read(
            opened.now(),
            cursor,
            places.size(),
            OVERLAP,
            (list, token, bound, into) -> threads(opened, places.get(list), token, into));
    return page.more() || !Searching.due(opened, page.next())
        ? page
        : page.then(Searching.begin(page.next(), opened.now()));
  }

  private Told threads(Opened opened, Place place, @Nullable String token, Page.Builder page)
      throws Fault, InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "snippet,replies");
    query.put(place.parameter(), place.id());
    query.put("order", "time");
    query.put("maxResults", "100");
    query.put("textFormat", "plainText");
    query.put("pageToken", token == null ? "" : token);
    JsonNode told;
    try {
      told = api.list(opened, "/commentThreads", query);
    } catch (Fault e) {
      if (SILENT.contains(String.valueOf(Api.reason(e)))) {
        return Told.ALL;
      }
      throw e;
    }
    if (!told.path("items").isArray()) {
      throw Fault.broken("its answer holds no items", told.toString().getBytes(UTF_8));
    }
    Instant oldest = null;
    for (JsonNode thread : told.path("items")) {
      lookingUp.put(opened, thread, page);
      oldest = Nodes.time(thread, "/snippet/topLevelComment/snippet/publishedAt").orElse(oldest);
    }
    return new Told(Nodes.text(told, "/nextPageToken"), oldest);
  }

  private static List<Place> places(Opened opened) {
    List<Place> places = new ArrayList<>();
    opened.list("channels").forEach(c -> places.add(new Place("allThreadsRelatedToChannelId", c)));
    opened.list("videos").forEach(v -> places.add(new Place("videoId", v)));
    return places;
  }

  @Override
  public int mostRechecked() {
    return LookingUp.MOST;
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    return lookingUp.recheck(opened, mentionIds);
  }

  @Override
  public boolean renew(Opened opened) {
    return api.renew(opened);
  }

  @Override
  public boolean mayAnswer(@Nullable String secret) {
    return secret != null && GoogleAccount.is(secret);
  }

  @Override
  public Sent answer(Opened opened, ReplyRequested reply, boolean again)
      throws Fault, InterruptedException {
    return answering.send(opened, reply, again);
  }
}
