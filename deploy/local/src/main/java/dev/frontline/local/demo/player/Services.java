package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the player needs of the running services. Each call fails while they are away. */
interface Services {

  /**
   * Feeds posts through ingest, all or (on a failure) any part of them; feeding them again does no
   * harm.
   *
   * @param lines webhook {@code data} objects, with a {@code type} where they are no new post
   * @param backfill whether the clock runs from the posts' own times
   */
  void replay(List<ObjectNode> lines, boolean backfill) throws IOException;

  /** Where the mention went, empty while nobody has decided. */
  Optional<MentionRouted> routed(String mentionId) throws IOException;

  Optional<CaseState> caseOf(String caseId) throws IOException;

  /**
   * Does something to a case in a person's name.
   *
   * @param verb such as {@code take} or {@code replies}
   * @param at when it happens, null for now
   * @return the case as it is now; empty where routing refuses
   */
  Optional<CaseState> act(
      String caseId, String verb, Map<String, Object> body, String as, @Nullable Instant at)
      throws IOException;

  /**
   * Sets the labels of a mention right.
   *
   * @param at when it is said, null for now
   * @return false where classify refuses
   */
  boolean correct(
      JsonNode mention,
      JsonNode classification,
      Map<String, Boolean> labels,
      String by,
      @Nullable Instant at)
      throws IOException;

  /**
   * Sets the labels of a mention right as a person does on its page, whether or not it has a case.
   *
   * @param by whose account it is
   * @return false where they may not, or the page does not know the mention yet
   */
  boolean correctOnPage(String mentionId, Map<String, Boolean> labels, String by)
      throws IOException;

  /** Teaches what was usual before the story; teaching it again does no harm. */
  void usual(List<FourWeeks.Hour> hours) throws IOException;

  /** How many mentions each service counts: {@code accepted}, {@code opened} and so on. */
  Map<String, Long> counts() throws IOException;
}
