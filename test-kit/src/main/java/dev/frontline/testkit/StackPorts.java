package dev.frontline.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where a stack listens on the loopback. */
public record StackPorts(int kafka, int controller, int store) {

  /** Three ports that nobody listened on a moment ago. */
  public static StackPorts free() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket kafka = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback);
        ServerSocket store = new ServerSocket(0, 1, loopback)) {
      return new StackPorts(kafka.getLocalPort(), controller.getLocalPort(), store.getLocalPort());
    }
  }
}
