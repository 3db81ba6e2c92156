package dev.frontline.local.replay;

/** What ingest said about the posts it was sent. */
record Tally(long accepted, long duplicates, long parked) {

  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted, duplicates + other.duplicates, parked + other.parked);
  }

  long all() {
    return accepted + duplicates + parked;
  }
}
