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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people do all day, in the browser they do it in. */
class BrowserJourneyTest {

  private static final String POST =
      "@morrowby my parcel never arrived, nobody answers my emails and you still charged me. Worst service ever!";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  private static RunningStack stack;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> errors = new ArrayList<>();
  private BrowserContext context;
  private Page page;

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

  @BeforeEach
  void aFreshWindow() {
    context = browser.newContext();
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
  }

  @AfterEach
  void theWindowIsClosed() {
    context.close();
  }

  @Test
  @Timeout(300)
  void anAgentSeesAPostArriveAnswersItAndFindsTheAnswerWhereThePostWasMade() throws Exception {
    signIn("agent");
    openTheCaseOf("journeyjansen");

    assertThat(page.locator("#thread .text").first()).hasText(POST);
    page.locator("#text").fill("Sorry! A new parcel leaves today, Journey.");
    page.getByText("Send answer").click();
    Locator reply = page.locator(".reply.DELIVERED");
    assertThat(reply).isVisible(SOON);

    Page network = context.waitForPage(() -> reply.getByText("see it there").click());
    assertThat(network.getByText("A new parcel leaves today, Journey.").first()).isVisible(SOON);
    assertThat(errors).isEmpty();
  }

  @Test
  @Timeout(300)
  void whatSomebodyIsTypingOutlivesWhatOthersDo() throws Exception {
    signIn("agent");
    String id = openTheCaseOf("typingtilda");
    Locator note = page.locator("#note");
    Locator why = page.locator("#acts details").first().locator("input[name=note]");
    page.locator("#acts summary").first().click();
    why.fill("Asks for a price, be");
    page.locator("#text").fill("We are looking in");
    note.pressSequentially("Called her, she sa");

    noteByTheLead(id, "I know her, be kind");

    assertThat(page.locator("#context")).containsText("I know her, be kind");
    assertThat(note).isFocused();
    assertThat(note).hasValue("Called her, she sa");
    assertThat(why).hasValue("Asks for a price, be");
    assertThat(page.locator("#text")).hasValue("We are looking in");

    note.press("Enter");

    assertThat(page.locator("#context")).containsText("Called her, she sa");
    assertThat(note).hasValue("");
    assertThat(why).hasValue("Asks for a price, be");
    assertThat(page.locator("#text")).hasValue("We are looking in");

    page.reload();

    assertThat(page.locator("#text")).hasValue("We are looking in");
    assertThat(errors).isEmpty();
  }

  @Test
  @Timeout(300)
  void everyPageCanBeReadAndWorkedByEverybodyAndRunsNothingThatIsNotOurs() throws Exception {
    List<String> barriers = new ArrayList<>();
    page.navigate(stack.dashboard() + "/sign-in");
    barriers.addAll(Barriers.on(page, "sign-in"));
    signIn("social-lead");
    barriers.addAll(Barriers.on(page, "inbox"));
    openTheCaseOf("accessada");
    barriers.addAll(Barriers.on(page, "case"));
    for (String path : List.of("now", "ops", "posts", "models")) {
      page.navigate(stack.dashboard() + "/" + path);
      barriers.addAll(Barriers.on(page, path));
    }

    assertThat(barriers).isEmpty();
    assertThat(errors).isEmpty();
  }

  private void signIn(String role) {
    Account account = stack.account(role);
    page.navigate(stack.dashboard() + "/inbox");
    page.getByLabel("Name").fill(account.user());
    page.getByLabel("Password").fill(account.password());
    page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator("#cases")).isVisible(SOON);
  }

  /** Lets the author complain, waits for the case to arrive in the list, and gives back its id. */
  private String openTheCaseOf(String author) throws IOException, InterruptedException {
    page.navigate(stack.dashboard() + "/inbox?q=" + author);
    Outside.deliver(stack.webhook(), Outside.created("murmur:" + author, author, POST));
    Locator row = page.locator("li.case", new Page.LocatorOptions().setHasText(author));
    assertThat(row).isVisible(SOON);
    row.locator("a").first().click();
    assertThat(page.locator("#thread .text").first()).isVisible(SOON);
    return String.valueOf(page.locator("[data-open-case]").getAttribute("data-open-case"));
  }

  private static void noteByTheLead(String id, String text)
      throws IOException, InterruptedException {
    Account lead = stack.account("social-lead");
    String path = "/api/v1/cases/" + Outside.encoded(id);
    long version = Outside.get(stack.dashboard(), path, lead).body().path("version").asLong();
    Outside.Answer answer =
        Outside.post(
            stack.dashboard(), path + "/notes", lead, Map.of("version", version, "text", text));
    assertThat(answer.status()).isEqualTo(200);
  }
}
