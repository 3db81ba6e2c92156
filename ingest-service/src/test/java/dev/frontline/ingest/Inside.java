package dev.frontline.ingest;

import static io.restassured.RestAssured.given;

import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import io.restassured.specification.RequestSpecification;

/** Calls of Frontline's other services. */
final class Inside {

  private Inside() {}

  static RequestSpecification asked(InternalTokens tokens) {
    return given().header("Authorization", "Bearer " + tokens.issue(Caller.service("test")));
  }
}
