package dev.frontline.kit.speaking;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account of the company that can answer on its network.
 *
 * @param id of the account
 * @param handle by which replies name it
 * @param roles who may speak by it; empty for everybody who may answer
 * @param trouble why it cannot speak now, as a clause; null where it can
 */
public record Speaker(
    String id, String handle, @Nullable String name, List<String> roles, @Nullable String trouble) {

  public Speaker {
    Required.text("id", id);
    Required.text("handle", handle);
    roles = Lists.copy(roles);
  }

  /** Whether a person with these roles may speak by it; whoever leads may by all. */
  public boolean lets(Set<String> theirs) {
    return RoleLimit.lets(roles, theirs);
  }

  /** Who may speak by it, for a refusal. */
  public List<String> whoMay() {
    return RoleLimit.whoMay(roles);
  }

  /** Whether the word, an id or a handle with or without its @, means it. */
  public boolean isCalled(String word) {
    String bare = word.startsWith("@") ? word.substring(1) : word;
    return word.equals(id) || bare.equalsIgnoreCase(handle) || id.endsWith("~" + word);
  }
}
