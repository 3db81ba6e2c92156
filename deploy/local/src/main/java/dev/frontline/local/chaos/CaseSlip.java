package dev.frontline.local.chaos;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import java.util.List;

/**
 * What is counted of a case: a long run leaves more whole ones than fit in memory.
 *
 * @param matter brand, conversation and author: of these one case may be open
 * @param mentions keys of the brand's mentions in it, our own left out
 */
record CaseSlip(String id, long version, String matter, boolean open, List<String> mentions) {

  static CaseSlip of(CaseState state) {
    return new CaseSlip(
        state.id(),
        state.version(),
        String.join(
            "\n", state.brand(), state.conversationId(), state.network() + state.author().id()),
        state.status() != CaseStatus.RESOLVED,
        state.mentions().stream()
            .filter(entry -> !entry.mention().own())
            .map(entry -> state.brand() + "\n" + entry.mention().id())
            .toList());
  }
}
