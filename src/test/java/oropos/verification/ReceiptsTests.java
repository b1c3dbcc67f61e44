package oropos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import tools.jackson.databind.node.ObjectNode;

class ReceiptsTests {

    private static AskedLibrary library;
    private static Answer answer;

    @BeforeAll
    static void ask() {
        library = AskedLibrary.shared();
        answer = library.ask(Questions.FIRST.getFirst());
    }

    private static Answer bent(Consumer<ObjectNode> change) {
        Forgery forgery = new Forgery(answer);
        change.accept(forgery.tree);
        return AnswerJson.read(forgery.text());
    }

    private static Answer.Receipt receipt(Answer signed) {
        Answer.Receipt receipt = signed.receipt();
        if (receipt == null) {
            throw new AssertionError("not signed");
        }
        return receipt;
    }

    private static Answer.Receipt signedAgain(Answer changed) {
        Answer.Receipt old = receipt(answer);
        return receipt(
                Receipts.sealed(
                        changed, old.candidates(), old.generation(), old.recipe(), library.key));
    }

    @Test
    void holdWhereNothingWasChanged() {
        assertThat(Receipts.faults(answer)).isEmpty();
        assertThat(signedAgain(answer)).isEqualTo(receipt(answer));
    }

    @Test
    void hashesTheCanonicalFormOfAllOfIt() {
        Answer bare = answer.withReceipt(null);
        assertThat(AnswerJson.canonicalOf(AnswerJson.fields(bare)))
                .isEqualTo(AnswerJson.canonical(bare));
        assertThat(receipt(answer).answer()).isEqualTo(AnswerJson.hash(bare));
    }

    @Test
    void aMissingOneIsAFault() {
        assertThat(Receipts.faults(answer.withReceipt(null)))
                .containsExactly("the answer carries no receipt");
    }

    @Test
    void anyChangeOfAnAnswerOrItsReceiptIsAFault() {
        for (Consumer<ObjectNode> change :
                List.<Consumer<ObjectNode>>of(
                        tree -> tree.put("asked", "something else"),
                        tree -> tree.put("title", "another title"),
                        tree -> tree.put("id", "mine"),
                        tree -> tree.put("confidence", 0.123),
                        tree -> ((ObjectNode) tree.get("basis")).put("asOf", "2020-01-01"),
                        tree -> ((ObjectNode) tree.at("/outcome")).put("kind", "abstained"),
                        tree -> ((ObjectNode) tree.at("/bottomLine/card")).put("certainty", "high"),
                        tree -> ((ObjectNode) tree.at("/references/0")).put("year", 1901),
                        tree -> ((ObjectNode) tree.get("receipt")).put("recipe", "another"),
                        tree -> ((ObjectNode) tree.get("receipt")).put("generation", "g0009-1"),
                        tree -> ((ObjectNode) tree.get("receipt")).put("asOf", "2020-01-01"),
                        tree ->
                                ((ObjectNode) tree.at("/receipt/candidates/0"))
                                        .put("passage", "pmid:1@000000000000/0"),
                        tree -> ((ObjectNode) tree.get("receipt")).putArray("candidates"),
                        tree ->
                                ((ObjectNode) tree.get("receipt"))
                                        .put("key", ServerKey.passing().open()))) {
            assertThat(Receipts.faults(bent(change))).isNotEmpty();
        }
    }

    @Test
    void contentEvidenceAndSurroundingsAreHashedApart() {
        Answer.Receipt before = receipt(answer);
        Answer.Receipt asked = signedAgain(bent(tree -> tree.put("asked", "something else")));
        assertThat(asked.content()).isEqualTo(before.content());
        assertThat(asked.evidence()).isEqualTo(before.evidence());
        assertThat(asked.surroundings()).isNotEqualTo(before.surroundings());
        assertThat(asked.answer()).isNotEqualTo(before.answer());

        Answer.Receipt rules =
                signedAgain(
                        bent(tree -> ((ObjectNode) tree.at("/basis/rules")).put("plans", "v99")));
        assertThat(rules.content()).isEqualTo(before.content());
        assertThat(rules.evidence()).isNotEqualTo(before.evidence());

        Answer.Receipt words =
                signedAgain(
                        bent(tree ->
                                ((ObjectNode) tree.at("/bottomLine/card")).put("date", "never")));
        assertThat(words.content()).isNotEqualTo(before.content());
        assertThat(words.evidence()).isEqualTo(before.evidence());
        assertThat(words.surroundings()).isEqualTo(before.surroundings());
    }

    @Test
    void whoSignedIsSaid() {
        assertThat(Verification.signedBy(answer, library.key)).isEqualTo(Signer.THIS_SERVER);
        assertThat(Verification.signedBy(answer, ServerKey.passing()))
                .isEqualTo(Signer.ANOTHER_KEY);
        assertThat(Verification.signedBy(answer, null)).isEqualTo(Signer.UNKNOWN);
        assertThat(Verification.signedBy(answer.withReceipt(null), library.key))
                .isEqualTo(Signer.NOBODY);
    }
}
