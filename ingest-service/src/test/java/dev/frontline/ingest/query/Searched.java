package dev.frontline.ingest.query;

import dev.frontline.contracts.mention.Author;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Limits;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Memory;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Purse;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.Traits;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Three sources on an invented network, under a known name, that finds what it tells line by line;
 * {@code shop} charges for it.
 */
final class Searched {

  private static final Instant OLD = Rig.NOON.minus(Duration.ofDays(7)).minusSeconds(1);

  String paused = "";
  String lacking = "";
  final SourceKinds kinds;
  final NetworkSearch search;
  private final Company company;

  Searched(Served network, Path folder, Clock clock) throws IOException {
    String text = Files.readString(Path.of("src/test/resources/kettlery.yaml"));
    StringBuilder sources = new StringBuilder();
    for (String id : List.of("pond", "lake", "shop")) {
      sources.append(
          "  - { id: %s, kind: hackernews, url: \"%s/%s\" }%n"
              .formatted(id, network.address(), id));
    }
    Path file = folder.resolve("company.yaml");
    Files.writeString(file, text.replaceFirst("(?m)^sources:\n", "sources:\n" + sources));
    company = CompanyFile.read(file, Map.of());
    kinds =
        new SourceKinds(
            List.of(new Water()),
            company,
            new Limits(HttpClient.newHttpClient(), clock, true),
            NOTHING_KNOWN,
            ConnectedAccounts.NONE,
            (source, now) -> Purse.FREE,
            name -> Optional.empty());
    search =
        new NetworkSearch(kinds, source -> source.equals(paused), clock, Duration.ofMillis(1_500));
  }

  Source source(String id) {
    return company.sources().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private final class Water implements PollSource, SearchingSource {
    @Override
    public String kind() {
      return "hackernews";
    }

    @Override
    public Traits traits() {
      return new Traits(
          "water",
          "none",
          Duration.ZERO,
          Traits.Deletion.NONE,
          100,
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          0,
          Traits.Replies.NEVER,
          0,
          null,
          Traits.Terms.FREE);
    }

    @Override
    public Page read(Opened opened, Cursor cursor) {
      return Page.nothing(cursor);
    }

    @Override
    public Optional<String> lacks(Opened opened) {
      return opened.id().equals(lacking) ? Optional.of("it needs a boat") : Optional.empty();
    }

    @Override
    public long pricePerPost(Opened opened) {
      return opened.id().equals("shop") ? 10_000 : 0;
    }

    @Override
    public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
      String told =
          opened
              .ask(Ask.get(URI.create(opened.source().url()), Map.of("q", sought.quoted())))
              .text();
      if (told.equals("CRASH")) {
        throw new IllegalStateException(told);
      }
      Page.Builder page = new Page.Builder();
      int line = 0;
      for (String text : told.split("\n")) {
        page.post(post(sought.words() + "/" + line++, text));
      }
      return page.end(Cursor.START);
    }
  }

  private static Post post(String id, String text) {
    Instant at = text.equals("old") ? OLD : Rig.NOON.minusSeconds(60);
    return new Draft("water", id)
        .author(new Author("jo", "jo", null, null, null, null))
        .text(text)
        .createdAt(at, Rig.NOON)
        .created();
  }

  static final Memory NOTHING_KNOWN =
      new Memory() {
        @Override
        public Set<String> known(Collection<String> mentionIds) {
          return Set.of();
        }

        @Override
        public Optional<String> aliased(String alias) {
          return Optional.empty();
        }
      };
}
