package oropos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oropos.ledger.Act;
import oropos.ledger.Ledger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People and the audit of what was done, from the command line.
class UserCommandTests {

    @TempDir Path folder;

    private Typed typed(Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = "--data";
        all[1] = folder;
        System.arraycopy(words, 0, all, 2, words.length);
        return Typed.in(all);
    }

    private Typed saying(String input, Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = "--data";
        all[1] = folder;
        System.arraycopy(words, 0, all, 2, words.length);
        return Typed.saying(input, all);
    }

    @Test
    void aPersonIsAddedInvitedGivenRolesAndDisabled() {
        Typed added =
                typed("user", "add", "Ada", "--shown", "Ada Lovelace", "--role", "administrator");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.out()).matches("http://localhost:8080/join/[a-z2-7]{32}\\R");
        typed("user", "add", "bob", "--shown", "Bob", "--registration", "GMC 1");
        assertThat(typed("user", "role", "bob", "clinical-reviewer", "approver").out())
                .isEqualTo("bob\tclinical-reviewer,approver" + System.lineSeparator());
        assertThat(typed("user", "disable", "bob").exit()).isZero();
        assertThat(typed("user", "list").out())
                .contains("ada\tAda Lovelace\tactive\tadministrator")
                .contains("bob\tBob\tdisabled\tclinical-reviewer,approver")
                .doesNotContain("GMC");
        typed("user", "disable", "ada").isRefused(Main.WRONG_USE);
        typed("user", "invite", "nobody").isRefused(Main.WRONG_USE);
        typed("user", "role", "ada", "king").isRefused(Main.WRONG_USE);
        typed("user", "add", "ada", "--shown", "Another").isRefused(Main.WRONG_USE);
    }

    @Test
    void aPasswordIsReadFromStandardInputAndAWeakOneRefused() {
        typed("user", "add", "ada", "--shown", "Ada");
        saying("password12345\n", "user", "password", "ada").isRefused(Main.WRONG_USE);
        Typed set = saying("violin harbour thimble acorn\n", "user", "password", "ada");
        assertThat(set.exit()).as(set.err()).isZero();
        assertThat(set.out()).doesNotContain("violin");
    }

    @Test
    void theLedgerIsCheckedAgainstACheckpointKeptElsewhere(@TempDir Path elsewhere)
            throws Exception {
        typed("user", "add", "ada", "--shown", "Ada");
        Path kept = elsewhere.resolve("checkpoint.txt");
        Files.writeString(kept, typed("audit", "checkpoint").out());
        typed("user", "disable", "ada");
        Typed holds = typed("audit", "verify", "--checkpoint", kept);
        assertThat(holds.out()).contains("The ledger holds", "1 checkpoints met");
        assertThat(holds.exit()).isZero();

        Files.delete(folder.resolve(Ledger.FILE));
        assertThat(typed("audit", "verify", "--checkpoint", kept).exit())
                .isEqualTo(Main.SOME_FAILED);
        Files.deleteIfExists(folder.resolve(Ledger.FILE + "-wal"));
        Files.deleteIfExists(folder.resolve(Ledger.FILE + "-shm"));
        try (Ledger another = Ledger.open(folder)) {
            for (int i = 0; i < 5; i++) {
                another.append(new Act("operator", "account.added", "a", "another", null, null));
            }
        }
        Typed rewritten = typed("audit", "verify", "--checkpoint", kept);
        assertThat(rewritten.out()).contains("THE LEDGER WAS CHANGED");
        assertThat(rewritten.exit()).isEqualTo(Main.SOME_FAILED);

        Files.writeString(kept, "something else");
        typed("audit", "verify", "--checkpoint", kept).isRefused(Main.WRONG_USE);
    }

    @Test
    void theLedgerIsExportedAsJsonAndAsFhir() {
        typed("user", "add", "ada", "--shown", "Ada", "--role", "auditor");
        Typed json = typed("audit", "export", "--json");
        assertThat(json.out().lines()).hasSize(3);
        Typed fhir = typed("audit", "export", "--fhir");
        assertThat(fhir.out().lines())
                .hasSize(3)
                .allSatisfy(line -> {
                    JsonNode event = JsonMapper.shared().readTree(line);
                    assertThat(event.get("resourceType").stringValue()).isEqualTo("AuditEvent");
                    for (String needed :
                            new String[] {"type", "recorded", "agent", "source", "entity"}) {
                        assertThat(event.has(needed)).as(needed).isTrue();
                    }
                    assertThat(event.get("source").has("observer")).isTrue();
                    assertThat(event.get("agent"))
                            .allSatisfy(agent ->
                                    assertThat(agent.get("requestor").isBoolean()).isTrue());
                });
        assertThat(fhir.out()).doesNotContain("Ada");
        assertThat(typed("audit", "export").exit()).isEqualTo(Main.WRONG_USE);
    }

    @Test
    void whoReviewsIsListedWithTheirLoadAndNothingIsAskedAboutAnArticleThatIsNone() {
        typed("user", "add", "ada", "--shown", "Ada", "--specialty", "Bone", "--role", "approver");
        assertThat(typed("review", "assign", "load").out())
                .isEqualTo("ada\tBone\t0\t0\t" + System.lineSeparator());
        assertThat(typed("review", "assign", "list").out()).isEmpty();
        assertThat(typed("review", "assign", "remind").out()).isEmpty();
        typed("review", "assign", "to", "ada", "nothing", "--due", "2999-01-01")
                .isRefused(Main.WRONG_USE);
        typed("review", "assign", "to", "nobody", "nothing", "--due", "2999-01-01")
                .isRefused(Main.WRONG_USE);
    }

    @Test
    void anAnswerIsHandedInForReviewInTheNameOfAnAuthorAndNoOther() {
        typed("user", "add", "ada", "--shown", "Ada", "--role", "author");
        typed("user", "add", "bob", "--shown", "Bob", "--role", "approver");
        Object[] question = {
            "--no-vectors",
            "review",
            "submit",
            "Should a 67-year-old woman be screened for osteoporosis?",
            "--specialty",
            "bone",
            "--as"
        };
        typed(with(question, "nobody")).isRefused(Main.WRONG_USE);
        typed(with(question, "bob")).isRefused(Main.WRONG_USE);
        Typed done = typed(with(question, "ada"));
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).matches("/review/[a-z0-9-]+/1\\R");
        String address = done.out().split("/")[2];
        assertThat(typed("review", "list", "--open").out()).contains(address, "Submitted");
        typed(with(question, "ada")).isRefused(Main.WRONG_USE);
        typed(
                "user",
                "add",
                "eve",
                "--shown",
                "Eve",
                "--registration",
                "1",
                "--role",
                "clinical-reviewer");
        assertThat(typed("review", "assign", "to", "eve", address, "--due", day(5)).out())
                .isEqualTo(day(5) + "\teve\t" + address + "/1" + System.lineSeparator());
        assertThat(typed("review", "assign", "list").out()).contains("\teve\t");
        assertThat(typed("review", "assign", "load").out()).contains("eve\t\t1\t0\t");
    }

    private static String day(int ahead) {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(ahead).toString();
    }

    private static Object[] with(Object[] words, String last) {
        Object[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }
}
