package oropos.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.answer.Labels;
import oropos.library.Claim;
import oropos.library.Design;
import oropos.library.Passage;
import oropos.library.Population;
import oropos.library.Source;
import oropos.library.SourceId;
import oropos.library.Standing;
import oropos.library.Study;
import oropos.library.TextKind;
import oropos.library.Version;
import oropos.terminology.AgeRange;
import oropos.terminology.Span;

/// A record of a few sources in memory, and statements that cite them rightly: each test then breaks
/// one thing.
final class SmallRecord implements Records {

    static final Population CHILDREN =
            new Population(
                    "children", AgeRange.years(0, 17), null, null, List.of(), List.of(), false);

    private final List<Version> versions = new ArrayList<>();

    @Override
    public Optional<Version> version(SourceId source, String hash) {
        return versions.stream()
                .filter(one -> one.source().id().equals(source) && one.hash().equals(hash))
                .findFirst();
    }

    OpenRecord open() {
        return new OpenRecord(this);
    }

    /// What is said of a source; every field has a usual value.
    static final class Book {
        private final String id;
        private final List<Passage> passages = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Standing standing = Standing.CURRENT;
        private TextKind kind = TextKind.FULL_TEXT;
        private Population people = CHILDREN;
        private @Nullable String issuerGrade;
        private boolean linkOnly;

        Book(String id) {
            this.id = id;
        }

        Book standing(Standing now) {
            standing = now;
            return this;
        }

        Book kind(TextKind is) {
            kind = is;
            return this;
        }

        Book people(Population are) {
            people = are;
            return this;
        }

        Book issuerGrade(String grade) {
            issuerGrade = grade;
            return this;
        }

        Book linkOnly() {
            linkOnly = true;
            return this;
        }

        Book block(String words, Claim claim) {
            return passage(Passage.Role.BLOCK, words, claim);
        }

        Book running(String words) {
            return passage(Passage.Role.ABSTRACT, words, null);
        }

        Book title(String words) {
            return passage(Passage.Role.TITLE, words, null);
        }

        private Book passage(Passage.Role role, String words, @Nullable Claim claim) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            int start = text.length();
            text.append(words);
            passages.add(
                    new Passage(
                            new Passage.Id(new SourceId(id), "0".repeat(64), passages.size()),
                            role,
                            new Span(start, text.length()),
                            words,
                            List.of(),
                            claim));
            return this;
        }

        private Version version() {
            String hash = AnswerJson.sha256(text.toString());
            return new Version(
                    new Source(
                            new SourceId(id),
                            "guideline",
                            new SourceId(id),
                            "Bones of children",
                            List.of("Adler A", "Braun B"),
                            null,
                            "J Bone 2020;1:1",
                            2020,
                            "123",
                            "10.1/abc",
                            null,
                            null,
                            null,
                            "en",
                            List.of(),
                            List.of(),
                            issuerGrade,
                            null,
                            null,
                            kind,
                            standing,
                            null,
                            linkOnly),
                    hash,
                    text.toString(),
                    new Study(Design.PRACTICE_GUIDELINE, true, "its title", people, 34, "test"),
                    passages.stream()
                            .map(one ->
                                    new Passage(
                                            new Passage.Id(
                                                    one.id().source(), hash, one.id().ordinal()),
                                            one.role(),
                                            one.span(),
                                            one.text(),
                                            one.headings(),
                                            one.claim()))
                            .toList());
        }
    }

    Version add(Book book) {
        Version version = book.version();
        versions.add(version);
        return version;
    }

    static Claim claim(
            Claim.Kind kind, @Nullable String strength, Claim.@Nullable Direction direction) {
        return claim(kind, strength, direction, null);
    }

    static Claim claim(
            Claim.Kind kind,
            @Nullable String strength,
            Claim.@Nullable Direction direction,
            @Nullable String lead) {
        return new Claim(
                kind,
                "drugs",
                null,
                "zoledronic acid",
                "placebo",
                "fractures",
                direction,
                strength,
                null,
                null,
                Map.of(),
                lead,
                null,
                null,
                false);
    }

    /// The citation of these words, as the record has them.
    static Answer.Citation citation(Version version, int mark, String words) {
        int at = version.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the text: " + words);
        }
        return new Answer.Citation(
                mark,
                version.source().work().value(),
                version.source().id().value(),
                version.hash(),
                at,
                at + words.length(),
                words,
                AnswerJson.sha256(words),
                version.source().textKind().code(),
                Labels.of(version.source()),
                new Answer.FitView("direct", null));
    }

    /// A statement of one span.
    static Answer.Statement statement(
            String id, Version version, String words, @Nullable String strength) {
        return statement(
                id,
                version.source().textKind().isSummary() ? "template" : "quote",
                strength,
                List.of(new Answer.Part("span", words, 1, null)),
                List.of(citation(version, 1, words)));
    }

    static Answer.Statement statement(
            String id,
            String kind,
            @Nullable String strength,
            List<Answer.Part> parts,
            List<Answer.Citation> citations) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return new Answer.Statement(
                id,
                kind,
                text.toString(),
                parts,
                strength,
                new Answer.CertaintyView("notRated", true, List.of()),
                citations);
    }

    /// The reference of a version, as the record has it.
    static Answer.Reference reference(Version version, int mark) {
        Source source = version.source();
        return new Answer.Reference(
                mark,
                source.work().value(),
                source.id().value(),
                version.study().design().group().heading(),
                source.title(),
                source.authors(),
                source.issuer(),
                source.venue(),
                source.year(),
                source.pmid(),
                source.doi(),
                source.pmcid(),
                source.url(),
                version.study().design().words(),
                version.study().designCertain(),
                version.study().population().words(),
                new Answer.FitView("direct", null),
                version.study().n(),
                1,
                source.standing().code(),
                source.standingNote(),
                source.textKind().code(),
                source.issuerGrade(),
                source.newerEdition());
    }
}
