package dev.frontline.local.demo;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.demo.network.ChannelBook;
import dev.frontline.local.demo.network.NetworkBook;
import dev.frontline.local.demo.network.NetworkServer;
import dev.frontline.local.demo.player.HttpServices;
import dev.frontline.local.demo.player.Player;
import dev.frontline.local.demo.player.ProgressFile;
import dev.frontline.local.demo.player.StoryBar;
import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.place.Home;
import dev.frontline.local.run.StackState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The demo's own process: the network, and whoever writes and answers on it. */
public final class DemoMain {

  private static final Duration TURN = Duration.ofMillis(500);
  private static final Duration YOUNG = Duration.ofSeconds(20);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

  private DemoMain() {}

  /** Takes no arguments; ends by a signal. */
  public static void main(String[] args) throws IOException, InterruptedException {
    DemoSettings settings = DemoSettings.from(System.getenv());
    Company company = CompanyFile.read(settings.config(), System.getenv());
    Clock clock = Clock.systemUTC();
    HttpServices services =
        new HttpServices(
            settings.ingest(),
            settings.classify(),
            settings.routing(),
            settings.dashboard(),
            settings.passwords(),
            new InternalTokens(settings.serviceKey(), clock),
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    NetworkBook book = new NetworkBook(settings.data());
    Story story = Story.shipped();
    Player player =
        new Player(
            story,
            services,
            company,
            book,
            new ProgressFile(settings.data().resolve("progress.json")),
            clock);
    StoryBar bar =
        new StoryBar(
            player,
            services,
            story,
            settings.publicUrl(),
            () -> kill(settings.home(), StoryBar.KILLS));
    NetworkServer server =
        new NetworkServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()),
            settings.publicUrl(),
            book,
            new ChannelBook(settings.data()),
            clock,
            player::answered);
    server.story(bar::view, bar::act);
    server.readyWhen(() -> !settings.play() || player.loaded());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "demo-stop"));
    server.start();
    say("the demo network is at " + settings.publicUrl());
    if (settings.play()) {
      play(player, bar, clock);
    }
  }

  /**
   * As {@code kill -9} does it; the supervisor starts it again. Not while it is young: the
   * supervisor gives up what dies too often.
   */
  private static boolean kill(Home home, String part) {
    Instant young = Instant.now().minus(YOUNG);
    return StackState.read(home).stream()
        .flatMap(state -> state.children().stream())
        .filter(child -> child.name().equals(part))
        .filter(child -> Optional.ofNullable(child.startedAt()).filter(young::isAfter).isPresent())
        .flatMap(child -> StackState.process(child).stream())
        .anyMatch(ProcessHandle::destroyForcibly);
  }

  private static void play(Player player, StoryBar bar, Clock clock) throws InterruptedException {
    boolean away = false;
    Instant last = clock.instant();
    while (true) {
      try {
        Instant now = clock.instant();
        bar.jump();
        player.turn(Duration.between(last, now));
        last = now;
        if (away) {
          say("the services are back: playing on");
        }
        away = false;
        Thread.sleep(TURN.toMillis());
      } catch (IOException e) {
        if (!away) {
          say("waiting for the services: " + e);
        }
        away = true;
        Thread.sleep(AFTER_A_FAILURE.toMillis());
        last = clock.instant();
      }
    }
  }

  @SuppressWarnings("SystemOut") // the supervisor keeps this process's output as its log
  private static void say(String line) {
    System.out.println(line);
  }
}
