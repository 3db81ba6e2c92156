package dev.frontline.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands before a server and passes bytes on as they are. Told to, it lets one request through and
 * keeps the answer back: the server has done what it was asked, and whoever asked never learns it.
 */
final class HoldingProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;
  private static final long PATIENCE_SECONDS = 60;

  private final ServerSocket door;
  private final int target;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "holding-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String wanted = "";
  private volatile CountDownLatch answered = new CountDownLatch(0);

  HoldingProxy(int port, int target) throws IOException {
    this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The next request that begins so is the one, such as {@code POST /api/v1/statuses}. */
  void holdTheAnswerTo(String requestLine) {
    answered = new CountDownLatch(1);
    wanted = requestLine;
  }

  /** Returns once the server has answered it, to nobody. */
  void awaitHeld() throws InterruptedException {
    if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody asked for " + wanted);
    }
  }

  private void accept() {
    try {
      while (true) {
        connect(door.accept());
      }
    } catch (IOException e) {
      // The door was closed.
    }
  }

  /** A server that is not up yet is as one that is not there: whoever asks is hung up on. */
  private void connect(Socket client) throws IOException {
    try {
      Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
      threads.execute(line::ask);
      threads.execute(line::answer);
    } catch (IOException e) {
      client.close();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }

  /** One connection and its way to the server. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean held;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void ask() {
      pass(client, server, this::look);
    }

    void answer() {
      pass(server, client, this::keep);
    }

    private boolean look(byte[] bytes, int length) {
      String begin = new String(bytes, 0, Math.min(length, 200), StandardCharsets.ISO_8859_1);
      if (!wanted.isEmpty() && begin.startsWith(wanted)) {
        wanted = "";
        held = true;
      }
      return true;
    }

    private boolean keep(byte[] bytes, int length) {
      if (held) {
        answered.countDown();
      }
      return !held;
    }

    private void pass(Socket from, Socket to, Gate gate) {
      byte[] bytes = new byte[CHUNK];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (gate.open(bytes, read)) {
            out.write(bytes, 0, read);
            out.flush();
          }
        }
      } catch (IOException e) {
        // One side went: so does the other.
      }
    }
  }

  /** Whether bytes go on. */
  private interface Gate {
    boolean open(byte[] bytes, int length);
  }
}
