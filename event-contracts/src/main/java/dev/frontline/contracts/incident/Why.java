package dev.frontline.contracts.incident;

import dev.frontline.contracts.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rose, against what is usual for the brand.
 *
 * @param sentences two: what rose by how much, and what is said by whom
 * @param terms words that rose most, strongest first
 * @param stories ids of the stories told by several people, largest first
 * @param accounts who reached most people: mention ids of their posts
 * @param networks where it is said
 * @param languages in which it is said
 * @param firstPost mention id of the first post of it
 * @param growth times the posts of the half hour before in the last one; 0 where none came before
 * @param shareOfReach its part of all people reached with posts about the brand, 0 to 1
 */
public record Why(
    List<String> sentences,
    List<Risen> terms,
    List<Risen> stories,
    List<Risen> accounts,
    List<Risen> networks,
    List<Risen> languages,
    @Nullable String firstPost,
    double growth,
    double shareOfReach) {

  public Why {
    sentences = Lists.copy(sentences);
    terms = Lists.copy(terms);
    stories = Lists.copy(stories);
    accounts = Lists.copy(accounts);
    networks = Lists.copy(networks);
    languages = Lists.copy(languages);
  }

  /** Nothing known. */
  public static Why unknown() {
    return new Why(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, 0, 0);
  }
}
