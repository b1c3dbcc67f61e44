package oropos.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import oropos.answer.Answer;
import oropos.answer.Composer;
import oropos.answer.Draft;
import oropos.appraisal.Appraisal;
import oropos.consultation.Consultation;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Progress;
import oropos.library.Version;
import oropos.question.Asked;
import oropos.question.ClinicalQuestion;
import oropos.question.Reader;
import oropos.question.Understanding;
import oropos.question.Understood;
import oropos.retrieval.Candidate;
import oropos.retrieval.Findings;
import oropos.retrieval.Retrieval;
import oropos.terminology.AgeRange;
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
    private final Consultation consultation;
    private final Map<String, Answer> known = new HashMap<>();
    private final List<Answer> onEverySource = new ArrayList<>();

    AskedLibrary(Path folder, ServerKey key) {
        this.library = Library.open(folder, Library.Access.WRITE, DAY);
        library.addStarter();
        this.retrieval = Retrieval.open(folder, library, TERMINOLOGY, null);
        retrieval.refresh(Progress.none());
        this.appraisal = new Appraisal(library::held, TERMINOLOGY);
        this.verification = new Verification(TERMINOLOGY, library::version);
        this.key = key;
        this.consultation = new Consultation(library, TERMINOLOGY, retrieval, key);
    }

    static AskedLibrary in(Path folder) {
        return new AskedLibrary(folder, ServerKey.passing());
    }

    /// One for all classes that only ask and look; it lasts as long as the process.
    static AskedLibrary shared() {
        return Shared.LIBRARY;
    }

    private static final class Shared {
        static final AskedLibrary LIBRARY = opened();

        private static AskedLibrary opened() {
            try {
                Path folder = Files.createTempDirectory("asked");
                AskedLibrary library = in(folder);
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    library.close();
                                    FileSystemUtils.deleteRecursively(folder.toFile());
                                }));
                return library;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Answers to the questions every test of answers asks, made once.
    synchronized Answer known(String question) {
        return known.computeIfAbsent(question, this::ask);
    }

    Answer ask(String question) {
        return ask(Reader.PHYSICIAN, question);
    }

    Answer ask(Reader reader, String question) {
        return consultation.ask(Asked.by(reader, question), stage -> {});
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

    /// For each source one question its people might ask, answered from that source alone: so every
    /// statement of the library comes up.
    synchronized List<Answer> answersOnEverySource() {
        if (onEverySource.isEmpty()) {
            onEverySource.addAll(answersOnEach());
        }
        return onEverySource;
    }

    private List<Answer> answersOnEach() {
        List<Answer> answers = new ArrayList<>();
        library.eachCurrent(version -> {
            Findings findings = findings(version);
            ClinicalQuestion question = question(version);
            answers.add(
                    Receipts.sign(
                            verification.check(draft(question, findings)).answer(), findings, key));
        });
        return answers;
    }

    private static Findings findings(Version version) {
        List<Candidate> candidates = new ArrayList<>();
        for (Passage passage : version.passages()) {
            candidates.add(
                    new Candidate(
                            passage.id(), candidates.size() + 1, 1, 1, Double.NaN, List.of()));
        }
        return new Findings(candidates, 1, 1, "by hand", "all of one source");
    }

    private static ClinicalQuestion question(Version version) {
        AgeRange ages = version.study().population().ages();
        String of = ages == null ? "" : "A " + ages.youngest().inYears() + "-year-old. ";
        for (String about : List.of(version.source().title(), "osteoporosis")) {
            switch (UNDERSTANDING.of(
                    Asked.by(Reader.PHYSICIAN, of + "What is the treatment: " + about + "?"))) {
                case Understood.Clear clear -> {
                    return clear.question();
                }
                case Understood.NeedsDetail detail -> {
                    return detail.question();
                }
                case Understood.Refused ignored -> {}
            }
        }
        throw new IllegalStateException("no question for " + version.source().id());
    }

    @Override
    public void close() {
        retrieval.close();
        library.close();
    }
}
