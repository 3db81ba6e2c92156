package dev.frontline.routing.watchrule;

import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.incident.count.Counts;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the classes of this feature, each once. */
@ApplicationScoped
class WatchRuleWiring {

  @Produces
  @Singleton
  WatchRules rules(MongoDatabase database, Company company, Clock clock) {
    WatchRules rules = new WatchRules(database, clock);
    rules.createIndexes();
    rules.seed(company.watchRules(), clock.instant());
    return rules;
  }

  @Produces
  @Singleton
  RuleStates states(MongoDatabase database) {
    return new RuleStates(database);
  }

  @Produces
  @Singleton
  Telling telling(Notices notices, Timers timers, Company company, Clock clock) {
    return new Telling(notices, timers, company.zone(), clock);
  }

  @Produces
  @Singleton
  RuleWatching watching(
      WatchRules rules, RuleStates states, Counts counts, Telling telling, Clock clock) {
    return new RuleWatching(rules, states, counts, telling, clock);
  }
}
