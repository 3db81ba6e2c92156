package dev.frontline.ingest.reading;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.listening.Listens;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.EnrichingSource;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks a network what more it knows of the posts of a page that somebody listens for. */
final class Enriching {

  private static final Logger LOG = Logger.getLogger(Enriching.class);

  private final Listens listens;

  Enriching(Listens listens) {
    this.listens = listens;
  }

  Page enriched(NetworkSource kind, Opened opened, Page page) throws InterruptedException {
    if (!(kind instanceof EnrichingSource more) || page.posts().isEmpty()) {
      return page;
    }
    List<Integer> places = wanted(page.posts());
    if (places.isEmpty()) {
      return page;
    }
    List<Post> posts = new ArrayList<>(page.posts());
    try {
      List<Post> told = more.enrich(opened, places.stream().map(posts::get).toList());
      for (int i = 0; i < places.size(); i++) {
        posts.set(places.get(i), told.get(i));
      }
    } catch (Fault e) {
      LOG.warnf("posts are taken as they came source=%s kind=%s", opened.id(), e.kind());
      return page;
    }
    return page.with(posts);
  }

  private List<Integer> wanted(List<Post> posts) {
    List<Integer> told = new ArrayList<>();
    List<Post.Content> contents = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (posts.get(i).told().isPresent()) {
        told.add(i);
        contents.add(posts.get(i).told().get());
      }
    }
    List<List<Match>> matches = listens.to(contents);
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (!matches.get(i).isEmpty()) {
        wanted.add(told.get(i));
      }
    }
    return wanted;
  }
}
