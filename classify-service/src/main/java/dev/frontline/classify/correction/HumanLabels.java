package dev.frontline.classify.correction;

import dev.frontline.classify.rows.ConfirmedRows;
import dev.frontline.classify.rows.Learnable;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.contracts.mention.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people said of posts, for those who judge, learn from or forget them. */
@ApplicationScoped
public class HumanLabels {

  private final CorrectionStore store;
  private final ConfirmedRows confirmed;

  @Inject
  HumanLabels(CorrectionStore store, ConfirmedRows confirmed) {
    this.store = store;
    this.confirmed = confirmed;
  }

  /** Every post that somebody spoke about and that may be learned from. */
  public List<TrainingRow> rows() {
    return store.rows();
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
    List<String> ids = edited.stream().map(Mention::id).toList();
    // Whoever handled it saw another text.
    confirmed.forget(ids);
    Map<String, Map<String, Word>> words = store.words(ids);
    for (Mention mention : edited) {
      if (words.containsKey(mention.id()) && !Learnable.is(mention)) {
        store.untext(mention.id());
      } else if (words.containsKey(mention.id())) {
        store.retext(mention.id(), mention.text(), mention.networkVersion());
      }
    }
    return words;
  }

  /** What people said of the posts, by mention id. */
  public Map<String, Map<String, Word>> words(Collection<String> mentionIds) {
    return mentionIds.isEmpty() ? Map.of() : store.words(mentionIds);
  }

  /** Posts that are gone. */
  public void forget(Collection<String> mentionIds) {
    store.delete(mentionIds);
    confirmed.forget(mentionIds);
  }

  /** An author who was erased. */
  public void forgetAuthor(String author) {
    store.deleteOf(author);
    confirmed.forgetAuthor(author);
  }
}
