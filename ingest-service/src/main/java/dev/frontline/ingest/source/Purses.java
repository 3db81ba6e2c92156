package dev.frontline.ingest.source;

import dev.frontline.kit.company.Source;
import java.time.Instant;

/** Gives every source its purse. */
public interface Purses {

  /** The source's purse in the month of the moment. */
  Purse of(Source source, Instant now);
}
