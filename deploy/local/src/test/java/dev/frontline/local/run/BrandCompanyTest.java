package dev.frontline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandCompanyTest {

  @TempDir Path folder;

  @Test
  void anyNameMakesACompanyFileThatHolds() throws IOException {
    Path file = BrandCompany.write(List.of("O'Brien & Söhne", "${HOME} \"quoted\": [x]"), folder);

    Company company = CompanyFile.read(file, Map.of());

    assertThat(company.brands())
        .extracting(Company.Brand::name)
        .containsExactly("O'Brien & Söhne", "$ {HOME} \"quoted\": [x]");
    assertThat(company.source("mastodon").orElseThrow().settings())
        .containsEntry("tags", "obriensöhne, homequotedx");
    assertThat(company.sources())
        .filteredOn(source -> !source.settings().isEmpty())
        .extracting(Source::kind)
        .containsExactly("hackernews", "mastodon", "bluesky");
  }
}
