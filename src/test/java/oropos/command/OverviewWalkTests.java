package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import oropos.people.Account;
import oropos.people.Role;

/// A board overview in a real browser: written from sentences found in the library, checked, handed in,
/// reviewed, approved, published, named by an answer, withdrawn and named no more; by keyboard.
class OverviewWalkTests extends Walk {

    private static final String TOPIC = "Vertebral fractures in children";
    private static final String QUESTION =
            "What should be done for a 9-year-old child with a vertebral fracture?";

    @Test
    void anOverviewLivesFromAnEmptyPageToAWithdrawal() throws Exception {
        Account author = member("author", false, Role.AUTHOR);
        Account reviewer = member("reviewer", true, Role.CLINICAL_REVIEWER);
        Account approver = member("approver", true, Role.APPROVER);
        Account publisher = member("publisher", false, Role.PUBLISHER);

        as(author);
        go("/review");
        press(browser.findElement(By.cssSelector("a[href='/overviews/new']")));
        WebElement text = browser.findElement(By.id("text"));
        text.clear();
        text.sendKeys("# " + TOPIC + "\n");
        browser.findElement(By.id("specialty")).sendKeys("paediatric bone");
        find("vertebral fracture children");
        clean("overview-found");
        int added = 0;
        while (added < 3) {
            press(browser.findElements(By.cssSelector(".offered button")).get(added * 2));
            added++;
        }
        assertThat(browser.findElement(By.id("text")).getDomProperty("value"))
                .contains("# " + TOPIC, "## Monitoring");
        text = browser.findElement(By.id("text"));
        text.sendKeys("\nIn our experience they all heal.\n");
        press(browser.findElement(By.cssSelector("[value=check]")));
        assertThat(problem()).contains("a sentence begins with the id of its source");
        clean("overview-refused");
        text = browser.findElement(By.id("text"));
        String whole = String.valueOf(text.getDomProperty("value"));
        text.clear();
        text.sendKeys(whole.replace("In our experience they all heal.\n", ""));
        press(browser.findElement(By.cssSelector("[value=check]")));
        assertThat(browser.findElements(By.cssSelector(".checked li"))).hasSize(3);
        clean("overview-checked");
        String kept = String.valueOf(browser.findElement(By.id("text")).getDomProperty("value"));
        browser.findElement(By.id("text")).sendKeys("\n## Mon");
        go("/review");
        // it is sent while the page is left, and may arrive behind the next request
        String typed = "";
        for (int tries = 0; tries < 20 && !typed.endsWith("## Mon"); tries++) {
            Thread.sleep(tries == 0 ? 0 : 250);
            go("/overviews/new");
            typed = String.valueOf(browser.findElement(By.id("text")).getDomProperty("value"));
        }
        assertThat(typed).as("what was typed when the page was left").isEqualTo(kept + "\n## Mon");
        clean("overview-kept");
        text = browser.findElement(By.id("text"));
        text.clear();
        text.sendKeys(kept);
        press(browser.findElement(By.cssSelector("[value=submit]")));
        await("/review/");
        String desk = path();
        String article = "/articles/" + desk.split("/")[2];
        assertThat(browser.findElement(By.cssSelector(".hint")).getText())
                .contains("It is no guideline");

        as(reviewer);
        go(desk);
        step("take");
        signByKeys(100);
        signTheRest();
        for (WebElement one = next("[value=telling]"); one != null; one = next("[value=telling]")) {
            press(one);
        }
        words("reason", "Every sentence stands on its source.");
        step("for");
        as(approver);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=approve]")));
        as(publisher);
        go(desk);
        press(browser.findElement(By.cssSelector("[value=publish]")));
        assertThat(state()).isEqualTo("Published");
        go(article);
        assertThat(status()).startsWith("Approved by people.");
        assertThat(browser.findElement(By.cssSelector(".overview-is")).getText())
                .contains("It is no guideline");
        everyMarkLeadsSomewhere();
        clean("overview-published");

        go("/articles");
        assertThat(browser.findElement(By.cssSelector(".entries")).getText())
                .contains("board overview");
        String answer = asked();
        assertThat(browser.findElement(By.cssSelector(".overviews")).getText()).contains(TOPIC);
        clean("overview-named");
        assertThat(Typed.in("--data", data, "ask", QUESTION).out())
                .contains("Board overviews", article);
        phone(answer, "overview-named-phone");

        go(desk);
        words("why", "It is out of date.");
        press(browser.findElement(By.cssSelector("[value=withdraw]")));
        assertThat(state()).isEqualTo("Withdrawn");
        go(answer);
        assertThat(browser.findElements(By.cssSelector(".overviews")))
                .as("also gone from the answer that named it")
                .isEmpty();
        asked();
        assertThat(browser.findElements(By.cssSelector(".overviews"))).isEmpty();
        assertThat(Typed.in("--data", data, "ask", QUESTION).out())
                .doesNotContain("Board overviews");

        Path file = folder.resolve("overview.txt");
        Files.writeString(file, whole);
        Typed wrong = Typed.in("--data", data, "review", "overview", file);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("Line ");
        Files.writeString(file, whole.replace("In our experience they all heal.\n", ""));
        Typed right = Typed.in("--data", data, "review", "overview", file, "--as", "author");
        assertThat(right.out()).contains(desk.replaceAll("/1$", "/2"));
        assertThat(ledger.verify()).isEmpty();
    }

    private String asked() throws Exception {
        go("/");
        browser.findElement(By.id("question")).sendKeys(QUESTION);
        press(browser.findElement(By.cssSelector("form.ask .go")));
        await("/a/");
        return path();
    }

    private void find(String words) {
        browser.findElement(By.id("q")).sendKeys(words);
        new Select(browser.findElement(By.id("under"))).selectByValue("Monitoring");
        press(browser.findElement(By.cssSelector(".pick [value=find]")));
    }
}
