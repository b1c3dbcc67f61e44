package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import oropos.people.Account;
import oropos.people.Role;

/// The life of one article in a real browser on the real server: handed in, reviewed, returned,
/// changed, approved, published, re-opened by a retraction, withdrawn; by keyboard.
class ArticleWalkTests extends Walk {

    private static final String QUESTION =
            "What is the best treatment for an 8-year-old patient with T12 and T11 compression fractures"
                    + " and borderline osteoporosis?";

    @Test
    void anArticleLivesFromAnAnswerToAWithdrawal() throws Exception {
        Account author = member("author", false, Role.AUTHOR, Role.EVIDENCE_EDITOR);
        Account reviewer = member("reviewer", true, Role.CLINICAL_REVIEWER);
        Account approver = member("approver", true, Role.APPROVER);
        Account publisher = member("publisher", false, Role.PUBLISHER);

        go("/");
        browser.findElement(By.id("question")).sendKeys(QUESTION, Keys.TAB);
        press(browser.findElement(By.cssSelector("form.ask .go")));
        await("/a/");
        String answer = path();
        assertThat(browser.findElement(By.cssSelector(".make")).getText()).contains("Sign in");

        as(author);
        go(answer);
        browser.findElement(By.id("specialty")).sendKeys("paediatric bone", Keys.ENTER);
        await("/review/");
        String desk = path();
        String article = "/articles/" + desk.split("/")[2];
        clean("desk-submitted");
        go(article);
        assertThat(status()).startsWith("Not reviewed by a person.");
        assertThat(
                        browser.findElement(By.cssSelector("meta[name=robots]"))
                                .getDomAttribute("content"))
                .isEqualTo("noindex");
        clean("article-unreviewed");

        as(reviewer);
        go("/review");
        clean("queue");
        press(browser.findElement(By.cssSelector(".waiting a")));
        await("/review/");
        step("take");
        clean("desk");
        signByKeys(2);
        words("reason", "Claim 50 says nothing for this child.");
        step("return");
        assertThat(state()).isEqualTo("Changes requested");

        as(author);
        go(desk);
        step("revise");
        WebElement last = browser.findElements(By.cssSelector(".desk-claim")).getLast();
        int claims = browser.findElements(By.cssSelector(".desk-claim")).size();
        press(last.findElement(By.cssSelector(".more summary")));
        last.findElement(By.cssSelector("textarea")).sendKeys("It says nothing for this child.");
        press(last.findElement(By.cssSelector("[value=leaveOut]")));
        assertThat(browser.findElements(By.cssSelector(".desk-claim")).size()).isLessThan(claims);
        step("submit");

        as(reviewer);
        go(desk);
        step("take");
        WebElement first = browser.findElements(By.cssSelector(".desk-claim")).getFirst();
        press(first.findElement(By.cssSelector(".more summary")));
        first.findElement(By.cssSelector("textarea")).sendKeys("Everybody should take vitamins.");
        press(first.findElement(By.cssSelector("[value=reword]")));
        assertThat(problem()).startsWith("You judged this version");
        signByKeys(3);
        WebElement original = next("[value=original]");
        if (original != null) {
            press(original);
        }
        signTheRest();
        for (WebElement sign = next("[value=telling]");
                sign != null;
                sign = next("[value=telling]")) {
            press(sign);
        }
        words("reason", "Every claim stands on its passage.");
        step("for");
        clean("desk-signed");

        as(approver);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=approve]")));
        assertThat(state()).isEqualTo("Approved");
        as(publisher);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=publish]")));
        assertThat(state()).isEqualTo("Published");

        go(article);
        assertThat(status()).startsWith("Approved by people.");
        go(article);
        long paint = paint();
        System.out.println("largest paint of the article page: " + paint + " ms");
        assertThat(paint).as("milliseconds, on a machine however busy").isBetween(1L, 5_000L);
        assertThat(
                        browser.findElement(By.cssSelector("meta[name=robots]"))
                                .getDomAttribute("content"))
                .isEqualTo("index, follow");
        assertThat(browser.findElement(By.cssSelector(".people")).getText())
                .contains("Dr reviewer", "Dr approver");
        everyMarkLeadsSomewhere();
        clean("article-approved");
        browser.findElement(By.id("report-words")).sendKeys("The year is wrong.");
        press(browser.findElement(By.cssSelector(".report button")));
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Thank you");
        for (String page : List.of("/articles", "/transparency", "/current")) {
            go(page);
            clean(page.substring(1));
        }
        for (String machine :
                List.of(
                        "/articles.atom",
                        "/sitemap.xml",
                        "/robots.txt",
                        article + "/references.ris",
                        article + "/references.bib",
                        article + "/references.json",
                        article + "/references.txt",
                        "/api" + article)) {
            assertThat(fetch(machine)).as(machine).isEqualTo(200);
        }

        Path list = folder.resolve("watch.csv");
        Files.writeString(
                list,
                "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n,34228102,Retraction\n");
        Typed told = Typed.in("--data", data, "library", "retractions", list);
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("Source retracted", article);
        go(article);
        assertThat(status()).startsWith("Approval suspended.");
        assertThat(browser.findElements(By.cssSelector(".gone-source"))).isNotEmpty();
        clean("article-suspended");
        go("/review");
        assertThat(browser.findElement(By.cssSelector(".gravity-SAFETY")).getText())
                .contains("was retracted");
        press(browser.findElement(By.cssSelector(".gravity-SAFETY a")));
        press(next("[formaction], form[action$='/today'] button"));
        assertThat(browser.findElement(By.cssSelector(".today")).getText()).isNotBlank();
        clean("desk-reopened");

        words("why", "Its main trial was retracted.");
        press(browser.findElement(By.cssSelector("[value=withdraw]")));
        assertThat(state()).isEqualTo("Withdrawn");
        go(article);
        assertThat(status()).startsWith("Withdrawn.").contains("Its main trial was retracted.");
        assertThat(fetch(article)).isEqualTo(200);
        everyMarkLeadsSomewhere();
        clean("article-withdrawn");
        go(article + "/v/1");
        assertThat(status()).startsWith("Withdrawn.");
        everyMarkLeadsSomewhere();
        assertThat(ledger.verify()).isEmpty();
    }
}
