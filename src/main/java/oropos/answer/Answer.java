package oropos.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer as it is shown, sent and signed: the JSON of docs/answer-schema.json, field for field.
///
/// Everything here is plain data in the order it is read. Absent fields are null and are left out of
/// the JSON; lists are never null, but for `parts`.
///
/// @param wording what a language model did for it; null where none is configured
/// @param parts where the text asks several things, the answer to each, whole and signed by itself;
///     null where it asks one
/// @param overviews overviews of the board that hold statements of this answer; null where none does
public record Answer(
        int schema,
        @Nullable String id,
        String asked,
        String title,
        UnderstoodView understood,
        List<UrgentSign> urgent,
        List<FalsePremise> premises,
        Outcome outcome,
        BottomLine bottomLine,
        List<Section> sections,
        List<Statement> adultOrIndirect,
        List<Conflict> conflicts,
        List<Unknown> notTold,
        List<Reference> references,
        @Nullable String direction,
        @Nullable Double confidence,
        Basis basis,
        @Nullable Map<String, List<Telling>> tellings,
        @Nullable Wording wording,
        @Nullable List<Answer> parts,
        @Nullable List<BoardOverview> overviews,
        @Nullable Receipt receipt) {

    /// Number of the JSON Schema this shape follows.
    public static final int SCHEMA = 2;

    /// An answer to one question as it is composed: not told to other readers, no language model had a part
    /// in it.
    public Answer(
            int schema,
            @Nullable String id,
            String asked,
            String title,
            UnderstoodView understood,
            List<UrgentSign> urgent,
            List<FalsePremise> premises,
            Outcome outcome,
            BottomLine bottomLine,
            List<Section> sections,
            List<Statement> adultOrIndirect,
            List<Conflict> conflicts,
            List<Unknown> notTold,
            List<Reference> references,
            @Nullable String direction,
            @Nullable Double confidence,
            Basis basis,
            @Nullable Receipt receipt) {
        this(
                schema,
                id,
                asked,
                title,
                understood,
                urgent,
                premises,
                outcome,
                bottomLine,
                sections,
                adultOrIndirect,
                conflicts,
                notTold,
                references,
                direction,
                confidence,
                basis,
                null,
                null,
                null,
                null,
                receipt);
    }

    /// An overview of the board some of whose sentences stand in an answer. It is no source and carries no
    /// mark: each statement rests on the sources beneath it, and so do its certainty and directness.
    ///
    /// @param source its id in the library: `overview:ADDRESS`
    /// @param version SHA-256 of its text
    /// @param approved the day people approved it, ISO 8601
    /// @param statements ids of the statements it holds too, in reading order
    public record BoardOverview(
            String source,
            String version,
            String title,
            @Nullable String approved,
            List<String> statements) {

        /// The last part of its article's address.
        public String address() {
            return source.substring(source.indexOf(':') + 1);
        }
    }

    /// Every statement once, in reading order.
    public List<Statement> statements() {
        Map<String, Statement> all = new LinkedHashMap<>();
        Consumer<List<Statement>> add = some -> some.forEach(one -> all.putIfAbsent(one.id(), one));
        urgent.forEach(sign -> add.accept(sign.statements()));
        add.accept(bottomLine.lead());
        bottomLine.branches().forEach(branch -> add.accept(branch.statements()));
        add.accept(bottomLine.card().benefit());
        add.accept(bottomLine.card().harm());
        add.accept(bottomLine.card().decides());
        sections.forEach(section -> add.accept(section.statements()));
        add.accept(adultOrIndirect);
        conflicts.forEach(one -> one.sides().forEach(side -> add.accept(side.statements())));
        return List.copyOf(all.values());
    }

    /// @param severity now, sameDay or urgent
    /// @param reviewed false until a clinician signed the rule
    public record UrgentSign(
            String rule,
            String severity,
            String sign,
            String action,
            @Nullable String more,
            String quote,
            boolean reviewed,
            List<Statement> statements) {}

    public record FalsePremise(
            String rule, String kind, String quote, String correction, List<Citation> citations) {}

    /// @param kind answered, partly or abstained
    /// @param nearest titles of the nearest sources, where it abstains
    /// @param near what the nearest of them say: no answer; null where there is nothing safe to say
    public record Outcome(
            String kind,
            @Nullable String reason,
            @Nullable String words,
            List<String> nearest,
            @Nullable List<Near> near) {

        public Outcome(
                String kind,
                @Nullable String reason,
                @Nullable String words,
                List<String> nearest) {
            this(kind, reason, words, nearest, null);
        }

        /// The same with these near it, null where there are none.
        public Outcome withNear(List<Near> said) {
            return new Outcome(kind, reason, words, nearest, said.isEmpty() ? null : said);
        }

        /// What is near, none where it is null.
        public List<Near> said() {
            return near == null ? List.of() : near;
        }
    }

    /// A sentence near a question that it does not answer.
    ///
    /// @param why it is no answer
    public record Near(String why, Statement statement) {}

    /// @param lead at most 45 words together
    /// @param branches one for each value of an unknown fact that changes the action
    public record BottomLine(List<Statement> lead, List<Branch> branches, Card card) {

        /// What is said under a sentence that a program chose.
        public static final String CHOSEN_BY_WORDS =
                "A program picked this sentence by its words. Nobody has checked that it answers the"
                        + " question: read it in its source.";

        /// Whether a sentence of running text heads: a program chose it by its words, and about one in ten
        /// such sentences does not answer (docs/measured/answers.md#predicates).
        public boolean chosenByWords() {
            return !lead.isEmpty() && lead.getFirst().kind().equals("quote");
        }
    }

    public record Branch(String condition, List<Statement> statements) {}

    /// A line each; an empty list reads "not reported".
    public record Card(
            List<Statement> benefit,
            List<Statement> harm,
            String certainty,
            String certaintyReason,
            String fit,
            List<Statement> decides,
            List<String> unknown,
            String date) {}

    /// @param notFound what was looked for and not found, where the section is empty or partial
    public record Section(
            String key, String heading, List<Statement> statements, @Nullable String notFound) {}

    /// @param kind quote, template or board
    /// @param text what is read: the parts joined
    /// @param strength the issuer's own word or grade
    public record Statement(
            String id,
            String kind,
            String text,
            List<Part> parts,
            @Nullable String strength,
            CertaintyView certainty,
            List<Citation> citations) {}

    /// A stretch of a statement with its provenance.
    ///
    /// @param kind span (an exact stretch of citation `mark`), insertion (from the closed list of
    ///     connectives) or field (a typed field of citation `mark`)
    /// @param mark null for insertions
    /// @param source name of the connective or of the field; null for spans
    public record Part(String kind, String text, @Nullable Integer mark, @Nullable String source) {}

    public record CertaintyView(String level, boolean provisional, List<String> reasons) {}

    /// @param mark the number shown; one for each work
    /// @param label how the text is to be named: "Oropos's summary of ..." for a summary, else the source
    /// @param version SHA-256 of the version's text
    /// @param start UTF-16 offset into the version's text
    /// @param hash SHA-256 of the quote's UTF-8
    public record Citation(
            int mark,
            String work,
            String source,
            String version,
            int start,
            int end,
            String quote,
            String hash,
            String textKind,
            String label,
            FitView fit) {}

    /// @param kind direct, indirect or unstated
    public record FitView(String kind, @Nullable String difference) {}

    /// @param outcome what the sources disagree on
    public record Conflict(String outcome, List<Side> sides) {}

    public record Side(String label, List<Statement> statements) {}

    /// A statement as one reader reads it: the same facts in other words.
    ///
    /// @param id of the statement
    /// @param text the statement in the first line; each further line explains one term
    public record Telling(String id, String text) {}

    /// A fact that was not told.
    ///
    /// @param changes whether the bottom line says something else under one of its values than under
    ///     another; null where nobody looked
    public record Unknown(String key, String name, String ask, @Nullable Boolean changes) {}

    public record Reference(
            int mark,
            String work,
            String source,
            String group,
            String title,
            List<String> authors,
            @Nullable String issuer,
            @Nullable String venue,
            @Nullable Integer year,
            @Nullable String pmid,
            @Nullable String doi,
            @Nullable String pmcid,
            @Nullable String url,
            String design,
            boolean designCertain,
            String population,
            FitView fit,
            @Nullable Integer n,
            @Nullable Integer level,
            String standing,
            @Nullable String standingNote,
            String textKind,
            @Nullable String issuerGrade,
            @Nullable String newerEdition) {}

    /// How the answer came to be.
    ///
    /// @param setAside reason -> number of sources
    /// @param failedChecks statements that verification removed, by reason
    /// @param asOf the library's date, ISO 8601
    public record Basis(
            int sourcesSearched,
            int sourcesFound,
            int sourcesUsed,
            Map<String, Integer> setAside,
            Map<String, Integer> failedChecks,
            String asOf,
            String method,
            List<String> limits,
            Map<String, String> rules) {}

    /// Who can check what: hashes over canonical JSON (RFC 8785), signed with the server's key.
    ///
    /// @param answer SHA-256 of the answer without this receipt
    /// @param content statements, tellings and references
    /// @param evidence cited versions, standings and rule ids
    /// @param surroundings everything else
    /// @param candidates the ranked candidates with rounded scores
    /// @param key the Ed25519 public key, base64
    /// @param signature over the canonical receipt without this field, base64
    public record Receipt(
            String answer,
            String content,
            String evidence,
            String surroundings,
            String generation,
            String recipe,
            String asOf,
            List<RankedCandidate> candidates,
            String key,
            String signature) {}

    /// A passage that was weighed, with everything needed to weigh it again.
    ///
    /// @param passage source, full version and place: `pmid:1@<64 hex digits>/4`
    /// @param score of the search, four decimals
    /// @param coverage share of the question the passage speaks of, 0 to 1, four decimals
    public record RankedCandidate(String passage, String score, String coverage) {}

    /// What a language model did for this answer; absent where none is configured.
    ///
    /// The statements stay as they are, whatever a model says: a wording tells them again, beside
    /// them, and only out of their own stretches and closed lists.
    ///
    /// @param model its name
    /// @param host the machine it runs on
    /// @param status worded, where at least one sentence is told; else unworded
    /// @param reason why nothing or not all is told: a code, null where all that was sent is told
    /// @param words the reason for the reader
    /// @param sent statements that left this machine for it, now or when the same was asked before
    /// @param withheld statements that may not be sent, for the licence of their source
    /// @param request SHA-256 of what was sent; the ledger knows it by this; null where nothing was
    /// @param told sentences that hold, in the order they are read
    /// @param failed sentences that did not hold, by reason
    public record Wording(
            String model,
            String host,
            String status,
            @Nullable String reason,
            @Nullable String words,
            int sent,
            int withheld,
            @Nullable String request,
            List<Told> told,
            Map<String, Integer> failed) {}

    /// A sentence that tells statements again.
    ///
    /// @param place lead, or the key of a section
    /// @param statements ids of the statements told, in the order they are told
    public record Told(String place, String text, List<String> statements, List<ToldPart> parts) {}

    /// A stretch of a told sentence with its provenance.
    ///
    /// @param kind span (an exact stretch of the statement; its first letter may change case), plain
    ///     (a plain word from the reviewed list) or insertion (a joiner from the closed list)
    /// @param statement whose words these are; null for a joiner
    /// @param source the medical words a plain word stands for or beside, or the joiner's id; null
    ///     for a span
    public record ToldPart(
            String kind, String text, @Nullable String statement, @Nullable String source) {}

    public Answer withReceipt(@Nullable Receipt signed) {
        return with(id, outcome, notTold, basis, tellings, wording, parts, overviews, signed);
    }

    /// With the facts that would change it first among those not told.
    ///
    /// @param changing keys of facts
    Answer askingBack(Set<String> changing) {
        List<Unknown> inOrder =
                notTold.stream()
                        .map(one ->
                                new Unknown(
                                        one.key(),
                                        one.name(),
                                        one.ask(),
                                        changing.contains(one.key())))
                        .sorted(Comparator.comparing(one -> !changing.contains(one.key())))
                        .toList();
        return with(id, outcome, inOrder, basis, tellings, wording, parts, overviews, receipt);
    }

    public Answer withId(@Nullable String name) {
        return with(name, outcome, notTold, basis, tellings, wording, parts, overviews, receipt);
    }

    /// @param told by code of a reader, every statement once, in the order that reader reads them
    public Answer withTellings(@Nullable Map<String, List<Telling>> told) {
        return withTellings(told, basis);
    }

    /// @param basis the same, with the glossary they were told with
    Answer withTellings(@Nullable Map<String, List<Telling>> told, Basis basis) {
        return with(id, outcome, notTold, basis, told, wording, parts, overviews, receipt);
    }

    public Answer withWording(@Nullable Wording worded) {
        return with(id, outcome, notTold, basis, tellings, worded, parts, overviews, receipt);
    }

    /// The answer to a text that asks several things: to the whole, and to each part by itself.
    ///
    /// @param joined what became of the parts together
    public Answer withParts(List<Answer> each, Outcome joined) {
        return with(
                id,
                joined,
                notTold,
                basis,
                tellings,
                wording,
                List.copyOf(each),
                overviews,
                receipt);
    }

    /// @param named null where no overview holds a statement of it
    public Answer withOverviews(@Nullable List<BoardOverview> named) {
        return with(
                id,
                outcome,
                notTold,
                basis,
                tellings,
                wording,
                parts,
                named == null ? null : List.copyOf(named),
                receipt);
    }

    /// The same but for these.
    private Answer with(
            @Nullable String id,
            Outcome outcome,
            List<Unknown> notTold,
            Basis basis,
            @Nullable Map<String, List<Telling>> tellings,
            @Nullable Wording wording,
            @Nullable List<Answer> parts,
            @Nullable List<BoardOverview> overviews,
            @Nullable Receipt receipt) {
        return new Answer(
                schema,
                id,
                asked,
                title,
                understood,
                urgent,
                premises,
                outcome,
                bottomLine,
                sections,
                adultOrIndirect,
                conflicts,
                notTold,
                references,
                direction,
                confidence,
                basis,
                tellings,
                wording,
                parts,
                overviews,
                receipt);
    }
}
