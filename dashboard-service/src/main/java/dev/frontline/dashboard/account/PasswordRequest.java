package dev.frontline.dashboard.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A name and password as HTTP Basic brings them, with the address they came from. */
final class PasswordRequest extends BaseAuthenticationRequest {

  private final String user;
  private final String password;
  private final String address;

  PasswordRequest(String user, String password, String address) {
    this.user = user;
    this.password = password;
    this.address = address;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  String address() {
    return address;
  }
}
