package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.review.ArticleVersion;
import oropos.review.ReviewedLibrary;

/// An import says in the same job which pages it bears on. The text is invented for its form.
class NewEvidenceJobTests {

    @TempDir Path folder;

    @Test
    void anImportTellsWhichPagesItBearsOnInTheSameJob() throws Exception {
        Path data = folder.resolve("data");
        ArticleVersion page;
        try (ReviewedLibrary house = new ReviewedLibrary(data)) {
            page = house.published(house.submitted(ReviewedLibrary.SCREENING));
        }
        Path file =
                Files.writeString(
                        folder.resolve("newer.md"),
                        """
                        ---
                        title: A newer guideline
                        issuer: A place
                        year: 2026
                        design: practice guideline
                        population: women aged 65 years and older
                        ages: 65+
                        sex: female
                        ---

                        ::: recommendation
                        section: prevention
                        about: screening for osteoporosis in women aged 65 years and older
                        intervention: screening for osteoporosis
                        outcome: osteoporotic fractures
                        direction: favours
                        strength: strong recommendation
                        lead: Screening for osteoporosis with bone density is recommended for women aged 65 years and older
                        ---
                        Screening for osteoporosis with bone density is recommended for women aged 65 years and older.
                        :::
                        """);
        Typed added = Typed.in("--data", data, "--no-vectors", "library", "add", file);
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.out())
                .contains(
                        "Update needed, to be decided within 30 days: /articles/" + page.address())
                .contains("\"A newer guideline\" (2026) came into the library;");
        assertThat(Typed.in("--data", data, "--no-vectors", "library", "add", file).out())
                .as("what is held already says nothing again")
                .doesNotContain("Update needed");
        assertThat(Typed.in("--data", data, "review", "list", "--open").out())
                .contains("came into the library");
    }
}
