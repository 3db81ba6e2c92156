package dev.frontline.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that does not end, line by line. Server-sent events (WHATWG HTML): a frame is one
 * event's lines, comments are signs of life. Otherwise each line is a frame, an empty one a sign of
 * life.
 */
final class EventConnection implements Connection {

  private final Frames frames;
  private final InputStream in;
  private final boolean events;
  private final Thread reader;

  EventConnection(Frames frames, InputStream in, String name, boolean events) {
    this.frames = frames;
    this.in = in;
    this.events = events;
    this.reader = new Thread(this::read, name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BoundedLines lines = new BoundedLines(in)) {
      StringBuilder event = new StringBuilder();
      String line;
      while ((line = lines.next()) != null) {
        frames.sign();
        if (events) {
          hear(line, event);
        } else if (!line.isBlank()) {
          frames.put(line);
        }
      }
      frames.end("the network closed the line");
    } catch (IOException e) {
      frames.end("the line broke: " + e.getMessage());
    } catch (InterruptedException e) {
      frames.end("closed");
    }
  }

  /** An empty line ends an event. */
  private void hear(String line, StringBuilder event) throws IOException, InterruptedException {
    if (line.isEmpty()) {
      if (event.length() > 0) {
        frames.put(event.toString());
        event.setLength(0);
      }
    } else if (!line.startsWith(":")) {
      event.append(line).append('\n');
      if (event.length() > Frames.LONGEST) {
        throw new IOException("an event of more than 4 MB came");
      }
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
