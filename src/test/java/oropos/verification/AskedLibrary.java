package oropos.verification;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import oropos.answer.Answer;
import oropos.answer.Composer;
import oropos.answer.Draft;
import oropos.appraisal.Appraisal;
import oropos.library.Library;
import oropos.library.Progress;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Findings;
import oropos.retrieval.Retrieval;
import oropos.terminology.Terminology;

/// A library with the starter sources in a folder, and everything that answers from it without
/// vectors: what real answers are made of in these tests.
final class AskedLibrary implements AutoCloseable {

    static final Terminology TERMINOLOGY = Terminology.builtIn();

    private static final Clock DAY =
            Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
    private static final Understanding UNDERSTANDING = new Understanding(TERMINOLOGY);
    private static final Composer COMPOSER = new Composer(TERMINOLOGY);

    final Library library;
    final Retrieval retrieval;
    final Verification verification;
    final ServerKey key;

    private final Appraisal appraisal;

    AskedLibrary(Path folder, ServerKey key) {
        this.library = Library.open(folder, Library.Access.WRITE, DAY);
        library.addStarter();
        this.retrieval = Retrieval.open(folder, library, TERMINOLOGY, null);
        retrieval.refresh(Progress.none());
        this.appraisal = new Appraisal(library::held, TERMINOLOGY);
        this.verification = new Verification(TERMINOLOGY, library::version);
        this.key = key;
    }

    static AskedLibrary in(Path folder) {
        return new AskedLibrary(folder, ServerKey.passing());
    }

    /// What was asked, with what was found for it.
    record Searched(ClinicalQuestion question, Findings findings) {}

    Answer ask(String question) {
        return ask(Reader.PHYSICIAN, question);
    }

    Answer ask(Reader reader, String question) {
        return switch (UNDERSTANDING.of(Asked.by(reader, question))) {
            case Understood.Clear clear -> answer(clear.question());
            case Understood.NeedsDetail detail -> answer(detail.question());
            case Understood.Refused refused ->
                    Receipts.sign(
                            COMPOSER.refuse(
                                    refused,
                                    Map.of("question", UNDERSTANDING.rules()),
                                    library.snapshot().date()),
                            NOTHING,
                            key);
        };
    }

    private static final Findings NOTHING =
            new Findings(java.util.List.of(), 0, 0, "none", "not searched");

    private Answer answer(ClinicalQuestion question) {
        Findings findings = retrieval.find(question);
        return Receipts.sign(verification.check(draft(question, findings)).answer(), findings, key);
    }

    Draft draft(ClinicalQuestion question, Findings findings) {
        return COMPOSER.compose(appraisal.weigh(question, findings), library.snapshot().date());
    }

    Draft draft(String asked) {
        ClinicalQuestion question =
                switch (UNDERSTANDING.of(Asked.by(Reader.PHYSICIAN, asked))) {
                    case Understood.Clear clear -> clear.question();
                    case Understood.NeedsDetail detail -> detail.question();
                    case Understood.Refused refused ->
                            throw new IllegalArgumentException(refused.words());
                };
        return draft(question, retrieval.find(question));
    }

    @Override
    public void close() {
        retrieval.close();
        library.close();
    }
}
