package dev.frontline.local;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.util.Map;

/** Companies for tests. */
public final class Companies {

  private Companies() {}

  /** Two people, one webhook and one replay source. */
  public static Company aCompany() {
    return CompanyFile.parse(
        """
        name: Tin Kettle
        zone: Europe/Lisbon
        shape: solo
        brands: [{ name: Tin Kettle, terms: [tin kettle] }]
        departments: [{ id: customer-service, name: Customer service }]
        people:
          - { id: ana, name: Ana, roles: [agent, social-lead], departments: [customer-service] }
          - { id: bo, name: Bo, roles: [admin] }
        sla: { urgent: PT15M, high: PT1H, normal: PT4H, low: PT24H, triage: PT2H }
        sources:
          - { id: shop-hooks, kind: webhook, brand: Tin Kettle }
          - { id: replay, kind: replay, brand: Tin Kettle }
        """,
        Map.of());
  }
}
