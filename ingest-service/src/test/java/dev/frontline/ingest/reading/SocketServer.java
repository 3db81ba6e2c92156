package dev.frontline.ingest.reading;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The server's end of WebSockets (RFC 6455), as little as a stub needs: text frames out, whatever
 * is said in. Each connection gets the frames that the test makes of its request line.
 */
public final class SocketServer implements AutoCloseable {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int SHORT = 126;
  private static final int LONG = 127;

  /** What a new connection hears first, from its request's path and query. */
  public interface Greeting {
    List<String> framesFor(String target);
  }

  private final ServerSocket server;
  private final Greeting greeting;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile int refusal;

  public SocketServer(Greeting greeting) {
    this.greeting = greeting;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public String address() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  /** Request lines and headers of all connections. */
  public List<String> requests() {
    return requests;
  }

  /** Text that clients sent. */
  public List<String> heard() {
    return heard;
  }

  /** Connections from now on are answered with this status; 0 lets them in. */
  public void refuse(int status) {
    refusal = status;
  }

  /** Sends to everybody who is connected. */
  public void say(String text) {
    for (Socket socket : open) {
      try {
        send(socket.getOutputStream(), text);
      } catch (IOException e) {
        open.remove(socket);
      }
    }
  }

  public int connections() {
    return open.size();
  }

  /** Cuts all lines, without a word. */
  public void cut() {
    for (Socket socket : open) {
      end(socket);
    }
    open.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      StringBuilder request = new StringBuilder();
      String key = "";
      String line;
      while ((line = line(socket)) != null && !line.isEmpty()) {
        request.append(line).append('\n');
        if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).trim();
        }
      }
      requests.add(request.toString());
      OutputStream out = socket.getOutputStream();
      if (refusal != 0) {
        out.write(("HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\n\r\n").getBytes());
        socket.close();
        return;
      }
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      String target = request.toString().split(" ")[1];
      for (String frame : greeting.framesFor(target)) {
        send(out, frame);
      }
      open.add(socket);
      listen(socket);
    } catch (IOException e) {
      open.remove(socket);
    }
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    int b;
    while ((b = socket.getInputStream().read()) >= 0 && b != '\n') {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private void listen(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == SHORT) {
        length = in.readUnsignedShort();
      } else if (length == LONG) {
        length = (int) in.readLong();
      }
      byte[] mask = in.readNBytes(4);
      byte[] data = in.readNBytes(length);
      for (int i = 0; i < data.length; i++) {
        data[i] ^= mask[i % 4];
      }
      if (opcode == 1) {
        heard.add(new String(data, StandardCharsets.UTF_8));
      } else if (opcode == 8) {
        end(socket);
        open.remove(socket);
        return;
      }
    }
  }

  private static synchronized void send(OutputStream out, String text) throws IOException {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    out.write(0x81);
    if (data.length < SHORT) {
      out.write(data.length);
    } else if (data.length < 65_536) {
      out.write(SHORT);
      out.write(data.length >> 8);
      out.write(data.length);
    } else {
      out.write(LONG);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) data.length >> shift));
      }
    }
    out.write(data);
    out.flush();
  }

  private static String accept(String key) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1")
                  .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is over either way.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "socket-stub");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
