package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import oropos.consultation.Asking;
import oropos.question.TakenOut;
import oropos.terminology.Span;

class TakenTests {

    private static final TakenOut OUT =
            new TakenOut(
                    "Does [name] need aspirin?",
                    List.of(new TakenOut.Stretch(new Span(5, 11), "name", "Dr. Zubrow", false)));

    private static final Asking NOBODY =
            (asked, progress) -> {
                throw new AssertionError("nothing is asked");
            };

    private Instant now = Instant.parse("2026-11-28T20:00:00Z");
    private final InstantSource clock = () -> now;
    private final Taken taken = new Taken(NOBODY, clock);

    private static MockHttpServletRequest carrying(Taken server, TakenOut out) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        server.carry(out, new MockHttpServletRequest(), response);
        Cookie cookie = response.getCookie(Taken.COOKIE);
        MockHttpServletRequest next = new MockHttpServletRequest();
        if (cookie != null) {
            next.setCookies(cookie);
        }
        return next;
    }

    @Test
    void theBrowserThatTypedTheWordsBringsThemBack() {
        assertThat(taken.of(OUT.kept(), carrying(taken, OUT))).contains(OUT);
    }

    @Test
    void theWordsCannotBeReadInTheCookieAndScriptCannotReadIt() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        taken.carry(OUT, new MockHttpServletRequest(), response);
        assertThat(Objects.requireNonNull(response.getHeader("Set-Cookie")))
                .doesNotContain("Zubrow", "name]")
                .contains("HttpOnly", "SameSite=Strict", "Max-Age=600");
    }

    @Test
    void afterTenMinutesNothingIsLeft() {
        MockHttpServletRequest request = carrying(taken, OUT);
        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertThat(taken.of(OUT.kept(), request)).isEmpty();
    }

    @Test
    void theWordsOfOneQuestionAreNotShownWithAnother() {
        assertThat(taken.of("Does [name] need statins?", carrying(taken, OUT))).isEmpty();
    }

    @Test
    void anotherServerCannotReadThem() {
        assertThat(new Taken(NOBODY, clock).of(OUT.kept(), carrying(taken, OUT))).isEmpty();
    }

    @Test
    void aForgedOrChangedCookieIsNothing() {
        for (String value : List.of("x", "AAAA", "%%%", "A".repeat(90), "A".repeat(5_000))) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setCookies(new Cookie(Taken.COOKIE, value));
            assertThat(taken.of(OUT.kept(), request)).as(value).isEmpty();
        }
        MockHttpServletRequest request = carrying(taken, OUT);
        Cookie cookie = Objects.requireNonNull(request.getCookies())[0];
        char last = cookie.getValue().charAt(40);
        cookie.setValue(
                cookie.getValue().substring(0, 40)
                        + (last == 'A' ? 'B' : 'A')
                        + cookie.getValue().substring(41));
        assertThat(taken.of(OUT.kept(), request)).isEmpty();
    }

    @Test
    void aQuestionOutOfWhichNothingWasTakenDropsWhatWasCarried() {
        MockHttpServletRequest request = carrying(taken, OUT);
        MockHttpServletResponse response = new MockHttpServletResponse();
        taken.carry(new TakenOut("Aspirin?", List.of()), request, response);
        assertThat(Objects.requireNonNull(response.getHeader("Set-Cookie"))).contains("Max-Age=0");
    }

    @Test
    void moreThanACookieHoldsIsNotCarried() {
        String words = "Zubrow".repeat(600);
        TakenOut tooLong =
                new TakenOut(
                        "[name]",
                        List.of(new TakenOut.Stretch(new Span(0, 6), "name", words, false)));
        assertThat(taken.of("[name]", carrying(taken, tooLong))).isEmpty();
    }
}
