package dev.frontline.classify.rising;

import dev.frontline.kit.company.Company;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** What stands out in what people say, for each brand. */
@Path("/internal/rising")
public class RisingResource {

  private static final int MOST = 10;

  private final RisingTerms terms;
  private final Company company;

  @Inject
  RisingResource(RisingTerms terms, Company company) {
    this.terms = terms;
    this.company = company;
  }

  /** A brand's term. */
  public record Risen(String brand, String term, int authors, double expected, String example) {}

  /** All of them. */
  public record Rising(List<Risen> items) {}

  /** {@code {items: [{brand, term, authors, expected, example}]}}, by brand. */
  @GET
  @Blocking
  @Produces(MediaType.APPLICATION_JSON)
  public Rising rising() {
    List<Risen> items = new ArrayList<>();
    for (Company.Brand brand : company.brands()) {
      for (RisingTerm t : terms.now(brand.name(), MOST)) {
        items.add(new Risen(brand.name(), t.term(), t.authors(), t.expected(), t.example()));
      }
    }
    return new Rising(items);
  }
}
