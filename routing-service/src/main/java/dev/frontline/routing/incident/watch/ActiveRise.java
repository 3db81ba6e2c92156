package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.IncidentKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rise that goes on: what must be known of it to keep it one. Written as JSON. */
final class ActiveRise {

  /** So many posts are named and told apart; a crisis of more is one all the same. */
  private static final int MOST_NAMED = 20_000;

  public String id = "";
  public IncidentKind kind = IncidentKind.CRISIS;
  public String cause = "";
  public @Nullable String riskKind;
  public long firstMinute;
  public boolean alarm;
  public double strength;
  public double usual;
  public long minutes = 60;
  public long lastMinute;
  public long toldMinute;
  public long posts;
  public long reach;
  public Set<String> signals = new LinkedHashSet<>();
  public Set<Long> authors = new LinkedHashSet<>();
  public Set<Long> named = new LinkedHashSet<>();
  public List<String> untold = new ArrayList<>();

  /** Takes in posts of the rise; those known are not counted again. */
  void take(List<Heard> found) {
    for (Heard post : found) {
      if (named.size() < MOST_NAMED && named.add(Hearing.hash(post.mentionId()))) {
        posts++;
        reach += post.reach();
        authors.add(post.author());
        untold.add(post.mentionId());
      }
    }
  }

  /** Posts that were not told yet, oldest first, so many at most. */
  List<String> tell(int most) {
    List<String> next = List.copyOf(untold.subList(0, Math.min(most, untold.size())));
    untold.subList(0, next.size()).clear();
    return next;
  }

  boolean has(Heard post) {
    return named.contains(Hearing.hash(post.mentionId()));
  }
}
