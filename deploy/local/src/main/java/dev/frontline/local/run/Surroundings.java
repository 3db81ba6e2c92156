package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.InvalidCompanyFileException;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import dev.frontline.local.place.Installation;
import dev.frontline.local.place.Neighbours;
import dev.frontline.local.place.Part;
import dev.frontline.local.place.Ports;
import dev.frontline.local.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that the commands and the parts must know about this machine. */
public record Surroundings(
    Installation installation, Home home, Ports ports, Neighbours neighbours, Path config) {

  public static Surroundings of(Map<String, String> environment) {
    Installation installation = Installation.here();
    Ports ports = Ports.from(environment);
    String config = environment.getOrDefault("FRONTLINE_CONFIG", "");
    return new Surroundings(
        installation,
        Home.of(installation.root(), environment),
        ports,
        Neighbours.of(environment, ports),
        config.isBlank()
            ? installation.root().resolve("frontline.yaml")
            : Path.of(config).toAbsolutePath());
  }

  /**
   * Reads {@code frontline.yaml} as the services will.
   *
   * @throws Trouble naming what is wrong in it
   */
  public Company company(Map<String, String> environment) {
    if (Files.notExists(config)) {
      throw new Trouble(config + " is missing: it says who answers for what");
    }
    Map<String, String> known = new LinkedHashMap<>(environment);
    known.putAll(addresses());
    try {
      return CompanyFile.read(config, known);
    } catch (InvalidCompanyFileException e) {
      throw new Trouble(e.getMessage().replace('\n', ' '), e);
    }
  }

  /** This machine's keys and passwords, made where they are missing. */
  public Secrets secrets(Company company) {
    return Secrets.keep(home.secrets(), company, new SecureRandom());
  }

  /** By which the services believe this command: the one set outside, else the one kept here. */
  public String serviceKey(Company company, Map<String, String> environment) {
    String given = environment.getOrDefault("FRONTLINE_SERVICE_KEY", "");
    return given.isBlank() ? secrets(company).serviceKey() : given;
  }

  /** Ports and addresses as environment variables. */
  public Map<String, String> addresses() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("FRONTLINE_KAFKA", neighbours.kafka());
    all.put("FRONTLINE_STORE_URI", neighbours.storeUri());
    for (Part part : Part.values()) {
      if (part != Part.STACK) {
        all.put("FRONTLINE_" + part.name() + "_PORT", String.valueOf(ports.of(part)));
        all.put("FRONTLINE_" + part.name() + "_URL", ports.url(part));
      }
    }
    return all;
  }
}
