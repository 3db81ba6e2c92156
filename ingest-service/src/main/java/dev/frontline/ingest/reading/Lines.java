package dev.frontline.ingest.reading;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.fetch.Web;
import dev.frontline.ingest.source.Line;

/** Opens lines. */
interface Lines {

  /**
   * @throws Fault where it cannot be opened
   */
  Connection open(Line line, Web web) throws Fault, InterruptedException;
}
