package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import java.time.Instant;

/** An internal remark; never leaves the company. */
public record CaseNote(String by, Instant at, String text) {

  public CaseNote {
    Required.text("note.by", by);
    Required.value("note.at", at);
    Required.text("note.text", text);
  }
}
