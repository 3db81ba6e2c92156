package dev.frontline.ingest.account;

import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** How each network's accounts are connected, and what that means for one source. */
@ApplicationScoped
class Accesses {

  private final Map<String, Access> byKind;

  @Inject
  Accesses() {
    this(Access.table(Access.shipped()));
  }

  Accesses(Map<String, Access> byKind) {
    this.byKind = byKind;
  }

  Access of(String kind) {
    return byKind.getOrDefault(kind, Access.plain(kind));
  }

  /** The values with the server that the source names. */
  Map<String, String> at(Source source, Map<String, String> values) {
    Access access = of(source.kind());
    String named =
        access.serverSetting() == null
            ? source.url()
            : source.settings().get(access.serverSetting());
    Map<String, String> all = new HashMap<>(values);
    all.put("server", named == null ? access.server() : named);
    return all;
  }
}
