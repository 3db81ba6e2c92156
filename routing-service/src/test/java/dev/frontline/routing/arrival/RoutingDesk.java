package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.routing.Heard;
import dev.frontline.routing.casefile.Actor;
import dev.frontline.routing.casefile.Command;
import dev.frontline.routing.casefile.Commands;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Destination;
import dev.frontline.routing.policy.Router;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.MentionOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A desk without a store, on which posts are heard one after another. */
final class RoutingDesk {

  private static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());
  private static final Router ROUTER = new Router(COMPANY);

  private final Placing placing = new Placing(COMPANY);
  private final Commands commands = new Commands(COMPANY, placing, Channels.UNKNOWN);
  private final Set<String> erased = new HashSet<>();
  private final Desk desk =
      new Desk(Map.of(), Map.of(), new ConcurrentHashMap<>(), erased, Map.of());

  void hear(ClassifyEvent event) {
    Instant now = ArrivalBatch.mention(event).map(m -> m.fetchedAt()).orElse(Heard.NOON);
    new Deciding(ROUTER::route, placing, Clock.fixed(now, ZoneOffset.UTC)).decide(desk, event);
  }

  void take(String mentionId, String user) {
    command(mentionId, new Command.Take(caseOf(mentionId).version()), user, Heard.NOON);
  }

  void resolve(String mentionId, Instant at) {
    long version = caseOf(mentionId).version();
    command(mentionId, new Command.Resolve(version, "solved", null), "ana", at);
  }

  /** A person says that a filed post wants an answer from there. */
  void makeACase(Heard post, String department, String user, Instant at) {
    Destination there =
        new Destination.ToDepartment(
            department, Priority.NORMAL, List.of(), false, new Route("person", List.of()));
    new OpeningByHand(null, ROUTER::route, placing, null, null)
        .decide(desk, post.mention(), post.classification(), there, user, at);
  }

  void hear(List<ClassifyEvent> batch) {
    BatchOrder.of(batch).forEach(this::hear);
  }

  void erase(String author) {
    erased.add(author);
  }

  /** The cases with everything that they have told since they were opened. */
  List<CaseDocument> told() {
    return desk.untold();
  }

  MentionOutcome outcome(String mentionId) {
    return desk.outcome(mentionId).orElseThrow();
  }

  CaseState caseOf(String mentionId) {
    return desk.find(outcome(mentionId).event().caseIds().get(0)).orElseThrow();
  }

  private void command(String mentionId, Command command, String user, Instant at) {
    Actor actor = new Actor(user, Set.of("agent"), Set.of("customer-service", "sales"));
    desk.take(commands.decide(caseOf(mentionId), command, actor, Map.of(), at));
  }
}
