package dev.frontline.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.Json;
import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void sign_in_leads_only_to_pages_of_our_own() {
    assertThat(SignInPage.own("/cases/a?x=1")).isEqualTo("/cases/a?x=1");
    assertThat(SignInPage.own("https://evil.example/")).isEqualTo("/");
    assertThat(SignInPage.own("//evil.example/")).isEqualTo("/");
    assertThat(SignInPage.own("/\\evil.example")).isEqualTo("/");
    assertThat(SignInPage.own("/a\r\nSet-Cookie: x")).isEqualTo("/");
  }

  @Test
  void only_web_addresses_of_posts_become_links() {
    assertThat(PostView.web("https://social.example/1")).isEqualTo("https://social.example/1");
    assertThat(PostView.web("javascript:alert(1)")).isNull();
    assertThat(PostView.web("data:text/html,x")).isNull();
    assertThat(PostView.web("not an address")).isNull();
    assertThat(PostView.web(null)).isNull();
  }

  @Test
  void the_story_bar_shows_the_beat_that_was_reached_last() throws Exception {
    DemoPage.Bar bar =
        DemoPage.read(
            Json.MAPPER.readTree(
                """
                {"state":"playing","percent":40,"beat":0,"beats":[
                  {"id":"a","title":"Heard","text":"400 posts","reached":true,
                   "link":{"kind":"inbox","target":"sales"}},
                  {"id":"b","title":"Later","text":"","reached":false,"link":null}]}
                """));

    assertThat(bar.title()).isEqualTo("Heard");
    assertThat(bar.link()).isEqualTo("/inbox?department=sales");
    assertThat(bar.dots()).containsExactly(true, false);
    assertThat(bar.kills()).isNull();
  }
}
