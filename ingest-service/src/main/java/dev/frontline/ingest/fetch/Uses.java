package dev.frontline.ingest.fetch;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what was used of quotas that outlive a process. */
public interface Uses {

  /** Nothing is remembered. */
  Uses NONE =
      new Uses() {
        @Override
        public Map<Instant, Integer> since(String credential, Instant from) {
          return new TreeMap<>();
        }

        @Override
        public void used(String credential, Instant at, int units) {
          // A restart begins anew.
        }
      };

  /** The units that a credential used, by when. */
  Map<Instant, Integer> since(String credential, Instant from);

  /** A credential uses so many now. A store that is away holds nothing up. */
  void used(String credential, Instant at, int units);
}
