package dev.frontline.classify.correction;

import dev.frontline.contracts.mention.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people said of posts, for those who judge or forget them. */
@ApplicationScoped
public class HumanLabels {

  private final CorrectionStore store;

  @Inject
  HumanLabels(CorrectionStore store) {
    this.store = store;
  }

  /**
   * Keeps the rows to learn from in step with their posts.
   *
   * @return what was said of the posts before they were edited, by mention id: it still holds
   */
  public Map<String, Map<String, Word>> onEdited(List<Mention> edited) {
    if (edited.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, Word>> words = store.words(edited.stream().map(Mention::id).toList());
    for (Mention mention : edited) {
      if (words.containsKey(mention.id())) {
        store.retext(mention.id(), mention.text(), mention.networkVersion());
      }
    }
    return words;
  }

  /** Posts that are gone. */
  public void forget(Collection<String> mentionIds) {
    store.delete(mentionIds);
  }

  /** An author who was erased. */
  public void forgetAuthor(String author) {
    store.deleteOf(author);
  }
}
