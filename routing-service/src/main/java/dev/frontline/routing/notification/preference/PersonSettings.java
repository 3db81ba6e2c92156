package dev.frontline.routing.notification.preference;

import dev.frontline.kit.company.Alert;
import dev.frontline.routing.notification.NoticeKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody set for their own mails. Everything may be left open.
 *
 * @param person id
 * @param version grows by one with each change; 0 where nothing was ever set
 * @param mail address instead of the company file's; null for that
 * @param kinds which of their departments' notices they want; null for what the company file says,
 *     empty for none
 * @param quiet hours in which notices wait; null for none
 * @param digest at most one mail in so long; null for each at once
 */
public record PersonSettings(
    String person,
    long version,
    @Nullable String mail,
    @Nullable List<NoticeKind> kinds,
    Alert.@Nullable Quiet quiet,
    @Nullable Duration digest) {

  public PersonSettings {
    kinds = kinds == null ? null : List.copyOf(kinds);
  }

  /** Somebody who has set nothing. */
  public static PersonSettings none(String person) {
    return new PersonSettings(person, 0, null, null, null, null);
  }
}
