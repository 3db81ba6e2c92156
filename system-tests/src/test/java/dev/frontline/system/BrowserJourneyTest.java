package dev.frontline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.frontline.system.RunningStack.Account;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an agent does all day, in the browser they do it in. */
class BrowserJourneyTest {

  private static final String POST =
      "@morrowby my parcel never arrived, nobody answers my emails and you still charged me. Worst service ever!";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  @Test
  @Timeout(300)
  void anAgentSeesAPostArriveAnswersItAndFindsTheAnswerWhereThePostWasMade() throws Exception {
    Optional<Path> chromium = Browsers.installed();
    assumeTrue(chromium.isPresent(), "skipped: no Chromium on this machine");
    RunningStack stack = RunningStack.shared();
    Account agent = stack.account("agent");

    try (Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.launch(playwright, chromium.get());
        BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(stack.dashboard() + "/inbox");
      page.getByLabel("Name").fill(agent.user());
      page.getByLabel("Password").fill(agent.password());
      page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
      assertThat(page.locator("#cases")).isVisible(SOON);

      Outside.deliver(stack.webhook(), Outside.created("murmur:journey", "journeyjansen", POST));
      Locator row = page.locator("li.case", new Page.LocatorOptions().setHasText("journeyjansen"));
      assertThat(row).isVisible(SOON);
      row.locator("a").first().click();

      assertThat(page.locator("#thread .text").first()).hasText(POST);
      page.locator("#text").fill("Sorry! A new parcel leaves today, Journey.");
      page.getByText("Send answer").click();
      Locator reply = page.locator(".reply.DELIVERED");
      assertThat(reply).isVisible(SOON);

      Page network = context.waitForPage(() -> reply.getByText("see it there").click());
      assertThat(network.getByText("A new parcel leaves today, Journey.").first()).isVisible(SOON);
    }
  }
}
