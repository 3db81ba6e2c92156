package dev.frontline.ingest.source;

import dev.frontline.ingest.fetch.Fault;

/**
 * What a source may still spend on a network that charges. All amounts are millionths of a US
 * dollar. What is booked is stored at once, before the network is asked: a crash counts a request
 * too many, never one too few.
 */
public interface Purse {

  /** Of a source whose network charges nothing. */
  Purse FREE =
      new Purse() {
        @Override
        public void reserve(long most) {}

        @Override
        public void settle(long reserved, long cost) {}

        @Override
        public long left() {
          return Long.MAX_VALUE;
        }

        @Override
        public void check() {}
      };

  /**
   * Sets aside the most that the next request may cost.
   *
   * @throws Fault of kind SPENT where so much is not left this month; nothing is set aside then
   */
  void reserve(long most) throws Fault;

  /**
   * What a request cost in the end.
   *
   * @param reserved as it was set aside before; 0 for what came unasked or must be paid in any case
   */
  void settle(long reserved, long cost);

  /** What is left this month; as much as a number holds where no cap is set. */
  long left();

  /**
   * @throws Fault of kind SPENT where nothing is left this month
   */
  void check() throws Fault;
}
