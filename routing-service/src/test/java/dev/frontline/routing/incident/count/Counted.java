package dev.frontline.routing.incident.count;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.kit.kafka.Received;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands counts to the batch as its channel does. */
public final class Counted<H extends CountHearing> {

  private final CountBatch batch;

  public Counted(Counts counts, H hearer) {
    batch = new CountBatch(counts, List.of(hearer));
  }

  public void take(CountEvent event) {
    take(List.of(event));
  }

  public void take(List<CountEvent> events) {
    batch.handle(
        events.stream()
            .map(
                e ->
                    new Received<>(
                        new ConsumerRecord<>("incidents.counts", 0, 0, e.brand(), new byte[0]),
                        Envelope.of("e", "/frontline/routing", Instant.EPOCH, e)))
            .toList());
  }
}
