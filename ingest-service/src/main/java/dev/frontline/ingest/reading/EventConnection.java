package dev.frontline.ingest.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Server-sent events (WHATWG HTML): a frame is one event's lines; comments are signs of life. */
final class EventConnection implements Connection {

  private final Frames frames;
  private final InputStream in;
  private final Thread reader;

  EventConnection(Frames frames, InputStream in, String name) {
    this.frames = frames;
    this.in = in;
    this.reader = new Thread(this::read, name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      StringBuilder event = new StringBuilder();
      String line;
      while ((line = lines.readLine()) != null) {
        frames.sign();
        if (line.isEmpty()) {
          if (event.length() > 0) {
            frames.put(event.toString());
            event.setLength(0);
          }
        } else if (!line.startsWith(":")) {
          event.append(line).append('\n');
          if (event.length() > Frames.LONGEST) {
            frames.end("an event of more than 4 MB came");
            return;
          }
        }
      }
      // An event that breaks off was not sent; what follows it is asked for after reconnecting.
      frames.end("the network closed the line");
    } catch (IOException e) {
      frames.end("the line broke: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      frames.end("closed");
    }
  }

  @Override
  public List<String> drain(int most) {
    return frames.drain(most);
  }

  @Override
  public Optional<String> ended() {
    return frames.ended();
  }

  @Override
  public Instant lastSign() {
    return frames.lastSign();
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      in.close();
    } catch (IOException e) {
      // It is over either way.
    }
  }
}
