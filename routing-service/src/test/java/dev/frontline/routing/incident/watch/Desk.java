package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.Rise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A brand's watch on virtual time, with a shelf that outlives it. */
final class Desk {

  final Map<String, byte[]> shelf = new HashMap<>();
  final List<Rise> told = new ArrayList<>();
  final Map<Long, Map<String, Double>> counted = new HashMap<>();
  final Map<Long, Map<String, Double>> usual = new HashMap<>();
  final Map<Long, Map<String, Double>> hours = new HashMap<>();
  final List<String> noted = new ArrayList<>();
  private BrandWatch watch = begin();

  private BrandWatch begin() {
    return new BrandWatch(
        "Kettlery",
        Bars.DEFAULT,
        new Shelf() {
          @Override
          public void put(String key, byte[] value) {
            shelf.put(key, value);
          }

          @Override
          public void delete(String key) {
            shelf.remove(key);
          }
        },
        new Tally() {
          @Override
          public void minute(
              long minute, boolean known, Map<String, Double> counts, Map<String, Double> usually) {
            counted.put(minute, Map.copyOf(counts));
            usual.put(minute, usually);
          }

          @Override
          public void hour(long hour, Map<String, Double> counts) {
            hours.put(hour, counts);
          }

          @Override
          public void post(Heard post) {
            noted.add(post.mentionId());
          }
        });
  }

  Desk hear(Said said) {
    Heard heard = said.heard();
    return hear(heard, heard.at() + 2_000);
  }

  Desk hear(Heard heard, long now) {
    told.addAll(watch.hear(heard, now));
    return this;
  }

  Desk tick(long now) {
    told.addAll(watch.tick(now));
    return this;
  }

  Desk learn(long hour, Map<String, Double> counts, long now) {
    watch.learn(hour, counts, now);
    return this;
  }

  Desk tune(long version, Map<String, Double> factors) {
    watch.tune(version, factors);
    return this;
  }

  /** As after a crash: what is not on the shelf is gone. */
  Desk restart() throws IOException {
    watch = begin();
    watch.restore(new HashMap<>(shelf));
    return this;
  }

  List<Rise> alarms() {
    return told.stream().filter(Rise::alarm).toList();
  }

  List<String> incidents() {
    return alarms().stream().map(Rise::incidentId).distinct().toList();
  }
}
