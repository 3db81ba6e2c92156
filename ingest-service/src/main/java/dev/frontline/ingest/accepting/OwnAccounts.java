package dev.frontline.ingest.accepting;

import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts by which the brands themselves speak, known by id or by handle. */
final class OwnAccounts {

  private final List<Company.Brand> brands;
  private final Set<String> all = new HashSet<>();

  OwnAccounts(List<Company.Brand> brands) {
    this.brands = brands;
    brands.forEach(brand -> all.addAll(brand.accounts()));
  }

  /** One of them wrote it. */
  boolean wrote(Post.Content content) {
    return isOwn(content.network(), content.author().id())
        || isOwn(content.network(), content.author().handle());
  }

  private boolean isOwn(String network, @Nullable String name) {
    return name != null && all.contains(network + ":" + name);
  }

  /** The brand whose account wrote it. */
  String speaker(Post.Content content) {
    return brands.stream()
        .filter(
            brand ->
                brand.accounts().contains(content.network() + ":" + content.author().id())
                    || brand
                        .accounts()
                        .contains(content.network() + ":" + content.author().handle()))
        .findFirst()
        .orElse(brands.get(0))
        .name();
  }
}
