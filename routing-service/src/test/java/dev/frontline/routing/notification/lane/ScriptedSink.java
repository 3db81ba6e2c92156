package dev.frontline.routing.notification.lane;

import dev.frontline.routing.notification.sink.Answer;
import dev.frontline.routing.notification.sink.Message;
import dev.frontline.routing.notification.sink.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A sink that answers as it is told, and shows what its readers see. */
final class ScriptedSink implements Sender {

  private final boolean keys;
  private final List<String> shown = new ArrayList<>();
  private final Map<String, Integer> tries = new LinkedHashMap<>();
  Function<Message, Answer> says = this::take;
  boolean answers = true;
  int asked;

  ScriptedSink(boolean keys) {
    this.keys = keys;
  }

  /** What readers see, by notice, in order; once a key where it knows keys. */
  List<String> shown() {
    return shown;
  }

  int tries(String noticeId) {
    return tries.getOrDefault(noticeId, 0);
  }

  Answer take(Message message) {
    String seen = keys ? message.notice().id() + "/" + message.key() : message.notice().id();
    if (!keys || !shown.contains(seen)) {
      shown.add(seen);
    }
    return new Answer.Taken("answered 200");
  }

  @Override
  public Answer send(Message message) {
    tries.merge(message.notice().id(), 1, Integer::sum);
    return says.apply(message);
  }

  @Override
  public boolean answers() {
    asked++;
    return answers;
  }

  @Override
  public boolean takesKeys() {
    return keys;
  }

  @Override
  public Duration pace() {
    return Duration.ZERO;
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(10);
  }
}
