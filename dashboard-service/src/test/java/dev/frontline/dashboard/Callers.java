package dev.frontline.dashboard;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Who asks, each by name and password as scripts do. */
final class Callers {

  private Callers() {}

  /** An agent of customer service. */
  static RequestSpecification anna() {
    return as("anna");
  }

  /** Of sales. */
  static RequestSpecification sam() {
    return as("sam");
  }

  /** The social lead. */
  static RequestSpecification lena() {
    return as("lena");
  }

  /** Runs it, answers nobody. */
  static RequestSpecification odin() {
    return as("odin");
  }

  private static RequestSpecification as(String user) {
    return given().auth().preemptive().basic(user, user + "-password");
  }
}
