package dev.frontline.ingest.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line that is open, and what came over it. */
interface Connection {

  /** Takes out what came, in its order. */
  List<String> drain(int most);

  /** Why no more will come; empty while more may. */
  Optional<String> ended();

  /** When it showed its last sign of life. */
  Instant lastSign();

  void close();
}
