package dev.frontline.ingest.reading;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A WebSocket (RFC 6455): asks for the next message only while there is room for it. */
final class SocketConnection implements Connection, WebSocket.Listener {

  private final Frames frames;
  private final StringBuilder parts = new StringBuilder();
  private @Nullable WebSocket socket;
  private boolean waitingForRoom;

  SocketConnection(Frames frames) {
    this.frames = frames;
  }

  void opened(WebSocket open) {
    socket = open;
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    webSocket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (parts.length() > Frames.LONGEST) {
      frames.end("a message of more than 4 MB came");
      from.abort();
      return null;
    }
    if (last) {
      frames.offer(parts.toString());
      parts.setLength(0);
    }
    next(from);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    frames.sign();
    next(from);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    frames.sign();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    frames.end("the network closed the line: " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    frames.end("the line broke: " + error.getClass().getSimpleName());
  }

  private synchronized void next(WebSocket from) {
    if (frames.room() > 0) {
      from.request(1);
    } else {
      waitingForRoom = true;
    }
  }

  @Override
  public List<String> drain(int most) {
    List<String> drained = frames.drain(most);
    synchronized (this) {
      if (waitingForRoom && socket != null && frames.room() > 0) {
        waitingForRoom = false;
        socket.request(1);
      }
    }
    return drained;
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
    if (socket != null) {
      socket.abort();
    }
  }
}
