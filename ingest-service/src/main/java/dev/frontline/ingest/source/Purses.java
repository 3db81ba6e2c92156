package dev.frontline.ingest.source;

import dev.frontline.kit.company.Company;
import java.time.Instant;

/** Gives every source its purse. */
public interface Purses {

  /** The source's purse in the month of the moment. */
  Purse of(Company.Source source, Instant now);
}
