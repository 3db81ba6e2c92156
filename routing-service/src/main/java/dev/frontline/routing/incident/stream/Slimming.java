package dev.frontline.routing.incident.stream;

import dev.frontline.routing.incident.watch.Heard;
import dev.frontline.routing.incident.watch.HeardBytes;
import dev.frontline.routing.incident.watch.Hearing;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Makes one slim record a post and brand. What cannot be read is set aside by who routes it. */
final class Slimming extends ContextualProcessor<String, byte[], String, byte[]> {

  private static final Logger LOG = Logger.getLogger(Slimming.class);

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    List<Heard> heard;
    try {
      heard = Hearing.of(record.value());
    } catch (IOException | IllegalArgumentException e) {
      LOG.debugf("judged post not watched fault=%s", e.getMessage());
      return;
    }
    for (Heard one : heard) {
      context()
          .forward(
              new Record<>(one.brand(), HeardBytes.write(one), Math.max(0, record.timestamp())));
    }
  }
}
