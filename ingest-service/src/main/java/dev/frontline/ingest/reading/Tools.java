package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.source.SourceKinds;
import java.util.random.RandomGenerator;

/** What every reader works with. */
record Tools(
    SourceKinds kinds,
    Taking taking,
    Enriching enriching,
    Rechecking rechecking,
    Cursors cursors,
    Leases leases,
    Controls controls,
    Heard heard,
    ParkedPosts parked,
    RandomGenerator random) {}
