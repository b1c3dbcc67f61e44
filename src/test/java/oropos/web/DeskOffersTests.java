package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.ArticleVersion;
import oropos.review.Reviews;

/// A desk offers what whoever looks may do, says of the rest why not, and leads back to itself.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class DeskOffersTests {

    @Autowired People people;
    @Autowired Reviews reviews;
    @Autowired SmallRoom room;
    @LocalServerPort int port;
    private Browserless browser;
    private ArticleVersion version;
    private String desk = "";

    @BeforeEach
    void open() {
        browser = new Browserless(port);
        version = EditorPageTests.submitted(reviews, room, "Offers " + System.nanoTime());
        desk = "/review/" + version.address() + "/1";
    }

    private Account member(Role... roles) {
        String name = "offers" + System.nanoTime();
        Account added =
                people.add(
                        new NewAccount(name, "Dr " + name, null, "Bone", true, "no " + name),
                        AccountId.OPERATOR);
        return people.setRoles(added.id(), Set.of(roles), AccountId.OPERATOR);
    }

    private void be(Account account) {
        browser.cookie("stay", people.signIns().begin(account.id(), true, "test").secret());
    }

    private Document page(String path) {
        return Browserless.page(browser.get(path));
    }

    /// Sends the form as it stands, with its hidden fields, and follows where it leads.
    private HttpResponse<String> send(Element form, String more) {
        StringBuilder body = new StringBuilder();
        for (Element field : form.select("input[type=hidden]")) {
            body.append('&')
                    .append(field.attr("name"))
                    .append('=')
                    .append(Browserless.encoded(field.attr("value")));
        }
        return browser.send(
                browser.post(form.attr("action"), body.substring(1) + more)
                        .header("Accept", "text/html"));
    }

    @Test
    void whoMayNotJudgeIsToldWhyAndOfferedNoButtonForIt() {
        be(member(Role.AUTHOR));
        Document page = page(desk);
        assertThat(page.select("[value=take], [data-sign], [value=for], [value=return]")).isEmpty();
        assertThat(page.select("main .hint").text()).contains("it takes clinical reviewer");
        assertThat(page.select("main .hint a")).isEmpty();
    }

    @Test
    void interestsAreDeclaredForTheYearThenForTheQuestionAndLeadBackToTheDesk() {
        be(member(Role.CLINICAL_REVIEWER));
        Document barred = page(desk);
        assertThat(barred.select("[value=take]")).isEmpty();
        Document year = page(barred.expectFirst("main .hint a").attr("href"));
        assertThat(year.select("main").text()).contains("First for the whole year");
        HttpResponse<String> then = send(year.expectFirst("main form"), "&nothing=true");
        Document question = Browserless.page(then);
        assertThat(question.select("main").text()).contains("In the question: Offers");
        HttpResponse<String> back = send(question.expectFirst("main form"), "&nothing=true");
        assertThat(back.uri().getPath()).isEqualTo(desk);
        assertThat(Browserless.page(back).select("[value=take]")).hasSize(1);
    }

    /// What fails keeps both the question and the way back.
    @Test
    void aDeclarationThatSaysNothingKeepsItsWay() {
        be(member(Role.CLINICAL_REVIEWER));
        Document year = page(page(desk).expectFirst("main .hint a").attr("href"));
        Document again = Browserless.page(send(year.expectFirst("main form"), ""));
        assertThat(again.select(".problem").text()).contains("nothing to declare");
        assertThat(again.expectFirst("input[name=then]").attr("value")).startsWith("Offers");
        assertThat(again.expectFirst("input[name=to]").attr("value")).isEqualTo(desk);
    }

    @Test
    void noOtherPlaceIsGoneToAfterDeclaring() {
        be(member(Role.CLINICAL_REVIEWER));
        for (String to :
                new String[] {"//elsewhere.example", "https://elsewhere.example", "/me/app"}) {
            Document form = page("/me/interests?to=" + Browserless.encoded(to));
            assertThat(form.select("input[name=to]")).as(to).isEmpty();
        }
    }

    @Test
    void whatIsMissingBeforeApprovalIsSaid() {
        Account reviewer = member(Role.CLINICAL_REVIEWER, Role.APPROVER);
        people.declare(reviewer.id(), java.time.Year.now().getValue(), null, java.util.List.of());
        String title = reviews.at(version.address()).orElseThrow().title();
        people.declare(reviewer.id(), java.time.Year.now().getValue(), title, java.util.List.of());
        be(reviewer);
        Document page =
                Browserless.page(
                        send(page(desk).expectFirst("form:has([value=take])"), "&step=take"));
        assertThat(page.select("[data-sign]")).isNotEmpty();
        assertThat(page.select("[value=for], [value=approve]")).isEmpty();
        assertThat(page.select(".decision").text())
                .contains("For approval: ", "Approve exactly this: ", "not signed yet");
    }

    @Test
    void whoIsSignedInWithoutTheRoleIsNotSentToSignInAgain() {
        be(member(Role.ADMINISTRATOR));
        HttpResponse<String> answer = browser.ask("Is a brace needed?");
        Document page = Browserless.page(answer);
        assertThat(page.select(".make a[href=/sign-in]")).isEmpty();
        assertThat(page.select(".make").text()).contains("takes the role author");
        assertThat(page.select(".make a[href^=/people/]")).hasSize(1);
        assertThat(page.select("header nav.own").text()).contains("People", "Sign out");
    }
}
