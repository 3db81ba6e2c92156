package dev.frontline.routing.notification.rest;

import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.preference.PersonSettings;
import dev.frontline.routing.notification.preference.Settings;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody set for their own mails. */
@Path("/internal/notifications/settings")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Settings settings;
  private final Company company;
  private final CurrentCaller caller;

  @Inject
  SettingsResource(Settings settings, Company company, CurrentCaller caller) {
    this.settings = settings;
    this.company = company;
    this.caller = caller;
  }

  /**
   * Settings as they are to be.
   *
   * @param version that the person saw
   * @param mail null for the address of the company file
   * @param kinds null for what the company file says, empty for none
   * @param quiet null for no quiet hours
   * @param digest ISO-8601, null for each at once
   */
  public record Body(
      long version,
      @Nullable String mail,
      @Nullable List<String> kinds,
      Alert.@Nullable Quiet quiet,
      @Nullable String digest) {}

  @GET
  public Map<String, Object> get() {
    return shown(settings.current(caller.get().user()));
  }

  @PUT
  public Response put(Body body) {
    if (body == null) {
      return Refused.invalid("version", "a JSON body with version is required", List.of());
    }
    Optional<Response> wrong = wrong(body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    PersonSettings next =
        new PersonSettings(
            caller.get().user(),
            body.version() + 1,
            body.mail() == null || body.mail().isBlank() ? null : body.mail().strip(),
            body.kinds() == null ? null : body.kinds().stream().map(NoticeKind::of).toList(),
            body.quiet(),
            body.digest() == null || body.digest().isBlank()
                ? null
                : Duration.parse(body.digest()));
    return settings.current(next.person()).version() == body.version() && settings.write(next)
        ? Response.ok(shown(next)).build()
        : Refused.conflict("The settings have changed meanwhile: read them again");
  }

  private Map<String, Object> shown(PersonSettings own) {
    Map<String, Object> shown = new java.util.LinkedHashMap<>();
    shown.put("person", own.person());
    shown.put("version", own.version());
    shown.put("mail", own.mail());
    shown.put("kinds", own.kinds());
    shown.put("quiet", own.quiet());
    shown.put("digest", own.digest() == null ? null : own.digest().toString());
    shown.put("companyMail", company.person(own.person()).map(Company.Person::mail).orElse(null));
    shown.put("allKinds", Alert.KINDS.stream().sorted().toList());
    return shown;
  }

  private static Optional<Response> wrong(Body body) {
    if (body.mail() != null
        && !body.mail().isBlank()
        && !MAIL.matcher(body.mail().strip()).matches()) {
      return Optional.of(Refused.invalid("mail", "mail is no address", List.of("ana@example.com")));
    }
    List<String> unknown = new ArrayList<>(body.kinds() == null ? List.of() : body.kinds());
    unknown.removeAll(Alert.KINDS);
    if (!unknown.isEmpty()) {
      return Optional.of(
          Refused.invalid(
              "kinds",
              "kinds cannot hold '" + unknown.get(0) + "'",
              Alert.KINDS.stream().sorted().toList()));
    }
    Alert.Quiet quiet = body.quiet();
    if (quiet != null
        && (quiet.from() == null
            || quiet.to() == null
            || !TIME.matcher(quiet.from()).matches()
            || !TIME.matcher(quiet.to()).matches()
            || quiet.from().equals(quiet.to()))) {
      return Optional.of(
          Refused.invalid(
              "quiet", "quiet needs two different times", List.of("from 20:00 to 07:00")));
    }
    if (body.digest() != null && !body.digest().isBlank() && !isLength(body.digest())) {
      return Optional.of(
          Refused.invalid(
              "digest", "digest is no duration up to a week", List.of("PT15M", "PT1H", "P1D")));
    }
    return Optional.empty();
  }

  private static boolean isLength(String text) {
    try {
      Duration length = Duration.parse(text);
      return length.compareTo(Duration.ofMinutes(1)) >= 0 && length.compareTo(LONGEST) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
