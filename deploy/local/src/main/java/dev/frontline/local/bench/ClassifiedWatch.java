package dev.frontline.local.bench;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which mentions were judged for the first time, and by which tier. */
public final class ClassifiedWatch implements AutoCloseable {

  private static final String FAST = "0";

  private final String prefix;
  private final Set<String> judged = ConcurrentHashMap.newKeySet();
  private final Set<String> deep = ConcurrentHashMap.newKeySet();
  private final TopicFollower<ClassifyEvent> follower;

  /**
   * @param kafka {@code host:port}
   * @param prefix how the ids of the watched mentions begin
   */
  public ClassifiedWatch(String kafka, String prefix) {
    this.prefix = prefix;
    follower = new TopicFollower<>(kafka, TopicPlan.CLASSIFIED, EventFamily.CLASSIFIED, this::note);
  }

  private void note(ClassifyEvent event) {
    if (event instanceof MentionClassified one && one.mentionId().startsWith(prefix)) {
      judged.add(one.mentionId());
      if (!FAST.equals(one.classification().tier())) {
        deep.add(one.mentionId());
      }
    }
  }

  /** Mentions judged so far, each once. */
  public int seen() {
    return judged.size();
  }

  /** Those among them that the encoder had read by then. */
  public int deep() {
    return deep.size();
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
