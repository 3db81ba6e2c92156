package dev.frontline.routing.incident.watch;

import java.util.Map;

/** Takes what a brand's watch counted, for whoever asks about it later. */
public interface Tally {

  /** Keeps nothing. */
  Tally NONE =
      new Tally() {
        @Override
        public void minute(
            long minute, boolean known, Map<String, Double> counts, Map<String, Double> usual) {}

        @Override
        public void hour(long hour, Map<String, Double> counts) {}

        @Override
        public void post(Heard post) {}
      };

  /**
   * A minute is over, or more came of one that was.
   *
   * @param minute since the epoch
   * @param known whether enough was seen before to say what is usual
   */
  void minute(long minute, boolean known, Map<String, Double> counts, Map<String, Double> usual);

  /** What an hour brought before anybody watched. */
  void hour(long hour, Map<String, Double> counts);

  /** A post by somebody with a large following, once. */
  void post(Heard post);
}
