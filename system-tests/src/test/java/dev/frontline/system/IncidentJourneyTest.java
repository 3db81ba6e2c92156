package dev.frontline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.frontline.system.RunningStack.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three people are burned; the press officer leads the matter from the alarm to its report. */
class IncidentJourneyTest {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  private static final String STATEMENT =
      "We are sorry that people were hurt. Please stop using the kettle until we know more.";

  private static RunningStack stack;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void aStackAndABrowser() throws Exception {
    Optional<Path> chromium = Browsers.installed();
    assumeTrue(chromium.isPresent(), "skipped: no Chromium on this machine");
    stack = RunningStack.shared();
    playwright = Browsers.playwright();
    browser = Browsers.launch(playwright, chromium.get());
  }

  @AfterAll
  static void theBrowserIsClosed() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  @Timeout(300)
  void anAlarmIsAcknowledgedAnsweredClosedAndReported() throws Exception {
    List<String> errors = new ArrayList<>();
    BrowserContext context = browser.newContext();
    Page page = context.newPage();
    page.onPageError(errors::add);
    signIn(page, "social-lead");
    page.navigate(stack.dashboard() + "/incidents");
    for (String who : List.of("scaldedsam", "burntbea", "blisteredbo")) {
      Outside.deliver(
          stack.webhook(),
          Outside.created(
              "murmur:" + who,
              who,
              "Dangerous! The lid of my @morrowby Swift came off while pouring and I was burned. I"
                  + " am in hospital with second degree burns, these kettles should be recalled!"));
    }
    Locator line = page.locator("li.incident.alerted").first();
    assertThat(line).isVisible(SOON);
    line.locator("a").click();

    page.locator("#acknowledge").click();
    assertThat(page.locator("#acknowledge")).isHidden();
    page.locator("#confirm").click();
    assertThat(page.locator("#handle")).isVisible(SOON);
    page.locator("#statement").fill(STATEMENT);
    page.locator("#draft").click();
    assertThat(page.locator("#say input[name=text]")).hasValue(STATEMENT);
    page.locator("#approve").click();
    assertThat(page.locator("#approve")).isHidden();
    assertThat(page.locator("#say")).containsText("approved");
    page.locator("#check input[type=checkbox]").first().check();
    assertThat(page.locator("#check li.done")).hasCount(1);
    String room = page.url();

    Locator attached =
        page.locator(
                "#rising .attached a",
                new Page.LocatorOptions().setHasText("The lid of my @morrowby Swift"))
            .first();
    assertThat(attached).isVisible(SOON);
    attached.click();
    assertThat(page.locator("#incident")).containsText(STATEMENT);
    page.locator("#use-statement").click();
    assertThat(page.locator("#text")).hasValue(STATEMENT);

    page.navigate(room);
    page.locator("#handle").click();
    page.locator("#close").click();
    page.locator("#report").click();
    assertThat(page.locator(".report")).containsText("First statement");
    assertThat(page.locator(".report")).containsText(STATEMENT);
    assertThat(errors).isEmpty();
    assertThat(Barriers.on(page, "report")).isEmpty();
    context.close();
  }

  private static void signIn(Page page, String role) {
    Account account = stack.account(role);
    page.navigate(stack.dashboard() + "/inbox");
    page.getByLabel("Name").fill(account.user());
    page.getByLabel("Password").fill(account.password());
    page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator("#cases")).isVisible(SOON);
  }
}
