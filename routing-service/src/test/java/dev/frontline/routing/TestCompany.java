package dev.frontline.routing;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The company file of the tests, with the address of the channel that stands in for Slack. */
@ApplicationScoped
class TestCompany {

  @Produces
  @Singleton
  Company company(
      @ConfigProperty(name = "frontline.config") String file,
      @ConfigProperty(name = "test.sink.url", defaultValue = "http://127.0.0.1:9/chat")
          String sink) {
    return CompanyFile.read(Path.of(file), Map.of("TEST_SINK_URL", sink));
  }
}
