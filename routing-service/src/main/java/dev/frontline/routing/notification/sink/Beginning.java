package dev.frontline.routing.notification.sink;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the first bytes of an answer as one line and hangs up; a second is enough for them. */
final class Beginning implements HttpResponse.BodySubscriber<String> {

  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  Beginning(int most) {
    this.most = most;
    body.completeOnTimeout("", 1, java.util.concurrent.TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    body.whenComplete((text, fault) -> given.cancel());
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), most - read.size())];
      buffer.get(bytes);
      read.write(bytes, 0, bytes.length);
    }
    if (read.size() >= most) {
      onComplete();
    }
  }

  @Override
  public void onError(Throwable fault) {
    onComplete(); // the status came, and that is what counts
  }

  @Override
  public void onComplete() {
    body.complete(
        read.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
  }
}
