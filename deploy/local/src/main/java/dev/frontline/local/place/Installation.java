package dev.frontline.local.place;

import dev.frontline.local.Trouble;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the program's files are: a checkout (each module's {@code target}) or the unpacked archive
 * ({@code lib} and {@code services}).
 */
public record Installation(Path root) {

  /** The system property by which {@code ./frontline} says where it stands. */
  public static final String ROOT = "frontline.root";

  public static Installation here() {
    return new Installation(
        Path.of(System.getProperty(ROOT, System.getProperty("user.dir")))
            .toAbsolutePath()
            .normalize());
  }

  /** Whether this was unpacked from the archive rather than built here. */
  public boolean unpacked() {
    return Files.isDirectory(root.resolve("services"));
  }

  /** The folder with {@code quarkus-run.jar} in it. */
  public Path service(Part part) {
    return unpacked()
        ? root.resolve("services").resolve(part.id() + "-service")
        : root.resolve(part.id() + "-service/target/quarkus-app");
  }

  /**
   * What starts the service.
   *
   * @throws Trouble where it is not there
   */
  public Path runnable(Part part) {
    Path jar = service(part).resolve("quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new Trouble(
          "the " + part.id() + " service is not built: " + jar + " is missing; run ./frontline up");
    }
    return jar;
  }

  /** The class path on which this command itself runs. */
  public String commandClasspath() {
    return unpacked() ? root.resolve("lib") + "/*" : System.getProperty("java.class.path");
  }

  /** The class path of a service's own command-line programs, without starting the service. */
  public String serviceClasspath(Part part) {
    Path app = service(part);
    return String.join(
        File.pathSeparator,
        List.of(
            app.resolve("app") + "/*",
            app.resolve("lib/main") + "/*",
            app.resolve("lib/boot") + "/*"));
  }

  /** The Java that runs this command runs the parts as well. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
