package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = TestHouse.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTests {

    @LocalServerPort int port;

    @Test
    void theFrontPageOffersQuestionsAndSaysHowCurrentTheLibraryIs() {
        String page = new Browserless(port).get("/").body();
        assertThat(page)
                .contains("T12 and T11 compression fractures and borderline osteoporosis?")
                .contains("Evidence to 21 November 2026: 1,286 sources")
                .contains("Not for emergencies.");
    }

    @Test
    void withoutScriptAskingLeadsToTheAnswer() {
        String page = new Browserless(port).ask("What is best for condition B?").body();
        assertThat(page).contains("Treatment of condition B in an 8-year-old");
    }
}
