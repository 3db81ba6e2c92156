package dev.frontline.routing.notification.sink;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.standardwebhooks.Webhook;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.lane.Lane;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that sends what is due for one sink, as routing does. After so many messages
 * it says so between handing one over and noting it, and stands still there, to be killed.
 *
 * <p>Arguments: instance, store, database, kind of sink, its address, secret, how many seconds its
 * clock is ahead, after how many messages it stands still.
 */
final class SendingProcess {

  static final String TAKEN = "taken and not noted";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private SendingProcess() {}

  public static void main(String[] args) {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(args[6])));
    Http http = new Http(HttpClient.newHttpClient(), clock, TIMEOUT);
    URI address = URI.create(args[4]);
    Sender sender =
        args[3].equals("webhook")
            ? new HookSender(http, address, new Webhook(args[5]), clock)
            : new SlackSender(http, address);
    try (MongoClient client = MongoClients.create(args[1])) {
      Deliveries deliveries = new Deliveries(client.getDatabase(args[2]));
      Lane lane =
          new Lane(
              "chat",
              args[0],
              new StandingStill(sender, Integer.parseInt(args[7])),
              deliveries,
              d ->
                  Wording.say(
                      new Message(
                          d.key(),
                          d.notice(),
                          "About " + d.notice().id() + ".",
                          d.notice().lines(),
                          null,
                          null)),
              Duration.ofDays(1),
              clock,
              () -> 0);
      while (deliveries.waiting("chat") > 0) {
        pause(Duration.between(clock.instant(), lane.step()));
      }
    }
  }

  private static void pause(Duration until) {
    try {
      Thread.sleep(Math.max(0, Math.min(200, until.toMillis())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends, and after the last of its messages never comes back. */
  private record StandingStill(Sender sender, int[] left) implements Sender {

    StandingStill(Sender sender, int after) {
      this(sender, new int[] {after});
    }

    @Override
    public Answer send(Message message) {
      Answer answer = sender.send(message);
      if (--left[0] == 0) {
        System.out.println(TAKEN);
        System.out.flush();
        awaitTheKill();
      }
      return answer;
    }

    private static void awaitTheKill() {
      try {
        if (!new CountDownLatch(1).await(10, TimeUnit.MINUTES)) {
          throw new IllegalStateException("nobody killed it");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean answers() {
      return sender.answers();
    }

    @Override
    public boolean takesKeys() {
      return sender.takesKeys();
    }

    @Override
    public Duration pace() {
      return sender.pace();
    }

    @Override
    public Duration timeout() {
      return sender.timeout();
    }
  }
}
