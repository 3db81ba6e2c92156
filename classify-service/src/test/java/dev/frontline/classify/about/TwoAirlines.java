package dev.frontline.classify.about;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.util.Map;

/** An airline and its rival. */
final class TwoAirlines {

  static final Company COMPANY =
      CompanyFile.parse(
          """
          name: Aurelia
          zone: UTC
          shape: solo
          brands:
            - name: Aurelia Air
              terms: [aurelia air]
              products: [skycard]
          rivals:
            - { name: Kestrel, terms: [kestrel] }
          sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
          """,
          Map.of());

  private TwoAirlines() {}
}
