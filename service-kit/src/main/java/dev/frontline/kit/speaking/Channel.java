package dev.frontline.kit.speaking;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How posts of one source can be answered now.
 *
 * @param source its id
 * @param here whether answers can be posted through it; else they are given on the network itself
 * @param why they cannot, as a sentence; null where they can
 * @param longest characters of an answer, 0 where the network names no limit
 * @param speakers accounts that are connected, the first the one it is read by; empty where it
 *     speaks by one that has no name here
 * @param roles who may answer through it, whichever account speaks; empty for everybody who may
 *     answer
 * @param summoned whether only posts that name the account can be answered
 */
public record Channel(
    String source,
    boolean here,
    @Nullable String why,
    int longest,
    List<Speaker> speakers,
    List<String> roles,
    boolean summoned) {

  public Channel {
    Required.text("source", source);
    speakers = Lists.copy(speakers);
    roles = Lists.copy(roles);
  }

  /** Whether a person with these roles may answer through it; whoever leads may. */
  public boolean lets(Set<String> theirs) {
    return RoleLimit.lets(roles, theirs);
  }

  /** Who may answer through it, for a refusal. */
  public List<String> whoMay() {
    return RoleLimit.whoMay(roles);
  }
}
