package dev.frontline.routing.notification.sink;

import java.net.URI;
import java.time.Duration;

/** A sink that is one address on the web. */
abstract class HttpSender implements Sender {

  final Http http;
  final URI address;

  HttpSender(Http http, URI address) {
    this.http = http;
    this.address = address;
  }

  @Override
  public final boolean answers() {
    return http.answers(address);
  }

  @Override
  public final Duration timeout() {
    return http.timeout();
  }
}
