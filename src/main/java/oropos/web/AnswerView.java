package oropos.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.Answer.Citation;
import oropos.answer.Answer.Reference;
import oropos.answer.Answer.Statement;
import oropos.answer.Answer.UrgentSign;
import oropos.answer.DirectionWords;
import oropos.answer.PlainWords;
import oropos.answer.ReaderSection;
import oropos.answer.ReaderView;
import oropos.question.QuestionKind;
import oropos.question.Reader;

/// An answer laid out for reading. It adds labels and order, and no word of its own.
///
/// @param id the address of the answer
/// @param asked when
/// @param parts where several things were asked, each of them by itself, in their order; else empty
/// @param reader who reads now
/// @param words the words and the order of that reader
record AnswerView(
        String id,
        Answer answer,
        Notes notes,
        Instant asked,
        List<AnswerView> parts,
        Reader reader,
        ReaderView words) {

    /// Names written out before "et al.".
    static final int MOST_AUTHORS = 6;

    /// How the card begins the fit of what heads the answer.
    private static final String DIRECT = "direct: ";

    private static final String INDIRECT = "indirect: ";

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^.+?[.!?](?=\\s|$)");

    static AnswerView of(Answers.Given given, ReadingRoom room, Reader reader) {
        Answer answer = given.answer();
        List<AnswerView> parts = new ArrayList<>();
        if (answer.parts() != null) {
            for (int i = 0; i < answer.parts().size(); i++) {
                parts.add(
                        of(
                                new Answers.Given(
                                        given.id() + "/" + (i + 1),
                                        answer.parts().get(i),
                                        given.at(),
                                        null,
                                        null),
                                room,
                                reader));
            }
            answer = withoutOwn(answer, parts);
        }
        return new AnswerView(
                given.id(),
                answer,
                Notes.of(answer, room),
                given.at(),
                parts,
                reader,
                new ReaderView(answer, reader));
    }

    /// Where several things were asked a reader is shown the answer to each; the answer to the text as
    /// one question stays in the JSON, for programs that read one answer.
    private static Answer withoutOwn(Answer answer, List<AnswerView> parts) {
        Answer.Card card = answer.bottomLine().card();
        return new Answer(
                answer.schema(),
                answer.id(),
                answer.asked(),
                // Read as one question the parts run together: one's age becomes the other's.
                parts.stream().map(part -> part.answer().title()).collect(Collectors.joining("; ")),
                answer.understood(),
                answer.urgent(),
                answer.premises(),
                answer.outcome(),
                new Answer.BottomLine(
                        List.of(),
                        List.of(),
                        new Answer.Card(
                                List.of(),
                                List.of(),
                                card.certainty(),
                                card.certaintyReason(),
                                card.fit(),
                                List.of(),
                                card.unknown(),
                                card.date())),
                List.of(),
                List.of(),
                List.of(),
                answer.notTold(),
                answer.references(),
                answer.direction(),
                answer.confidence(),
                answer.basis(),
                null,
                null,
                answer.parts(),
                null,
                answer.receipt());
    }

    /// Whether several things were asked.
    public boolean isCompound() {
        return !parts.isEmpty();
    }

    public StatementView of(Statement statement) {
        return words.isTold()
                ? StatementView.told(
                        statement, notes, words.words(statement), words.terms(statement))
                : StatementView.of(statement, notes);
    }

    /// Whether a statement is about the same people as the one before it, in the words of this reader.
    public boolean sharesWhom(List<Statement> statements, int at) {
        return at > 0
                && words.isTold()
                && !of(statements.get(at)).whom().isEmpty()
                && of(statements.get(at)).whom().equals(of(statements.get(at - 1)).whom());
    }

    /// Whether this reader has words and an order of their own.
    public boolean isTold() {
        return words.isTold();
    }

    /// The sections that hold something, in the order of a reader who has one; none for the others.
    public List<ReaderSection> layParts() {
        return words.isTold()
                ? words.sections().stream().filter(one -> Missing.of(one) == null).toList()
                : List.of();
    }

    /// The sections that hold something, as the answer has them; none for a reader who has an order of
    /// their own.
    public List<Answer.Section> clinicalParts() {
        return words.isTold()
                ? List.of()
                : answer.sections().stream().filter(one -> Missing.of(one) == null).toList();
    }

    /// The sections that hold nothing, in the order they would stand in.
    public List<Missing> missing() {
        return words.isTold()
                ? words.sections().stream().map(Missing::of).filter(Objects::nonNull).toList()
                : answer.sections().stream().map(Missing::of).filter(Objects::nonNull).toList();
    }

    /// How hard the words are, as a range of school years.
    public String grade() {
        return words.readability().words();
    }

    /// The lines of the bottom line or of a section, in the words of a reader who has some, else in a
    /// model's words where there are some that hold.
    public List<ToldLine> lines(String place, List<Statement> statements) {
        if (words.isTold()) {
            return statements.stream().map(one -> new ToldLine(List.of(of(one)), null)).toList();
        }
        return ToldLine.of(answer, place, statements, notes, this::of);
    }

    public List<Note> of(List<Citation> citations) {
        return notes.of(citations);
    }

    public List<Note> notesOf(Reference reference) {
        return notes.all().stream().filter(n -> n.citation().mark() == reference.mark()).toList();
    }

    /// An urgent sign in the words of this reader.
    public String sign(UrgentSign sign) {
        return PlainWords.shipped().sign(sign, reader);
    }

    /// What an urgent sign asks to do, in the words of this reader.
    public String action(UrgentSign sign) {
        return PlainWords.shipped().action(sign, reader);
    }

    /// How sure the bottom line is, as the end of a message's name; null where nothing is rated.
    public @Nullable String sureness() {
        return switch (answer.bottomLine().card().certainty()) {
            case "high" -> "high";
            case "moderate" -> "moderate";
            case "low" -> "low";
            case "very low" -> "veryLow";
            default -> null;
        };
    }

    /// Whom the bottom line was seen in, or how they differ from whom is asked about; null where no source
    /// is weighed.
    public @Nullable String people() {
        String fit = answer.bottomLine().card().fit();
        return fit.startsWith(DIRECT)
                ? fit.substring(DIRECT.length())
                : fit.startsWith(INDIRECT) ? fit.substring(INDIRECT.length()) : null;
    }

    public boolean isPeopleDiffer() {
        return answer.bottomLine().card().fit().startsWith(INDIRECT);
    }

    /// The head of a branch of the bottom line, in the words of this reader.
    public String condition(Answer.Branch branch) {
        return PlainWords.shipped().condition(branch, reader);
    }

    /// What was not told, in the words of this reader.
    public List<String> unknownNames() {
        return answer.notTold().stream().map(this::name).toList();
    }

    /// A correction in the words of this reader.
    public String correction(Answer.FalsePremise premise) {
        return PlainWords.shipped().correction(premise, reader);
    }

    /// Why it is not answered, or not wholly, in the words of this reader; null where it is.
    public @Nullable String outcome() {
        return PlainWords.shipped().outcome(answer.outcome(), reader);
    }

    public String name(Answer.Unknown unknown) {
        return PlainWords.shipped().name(unknown, reader);
    }

    public String ask(Answer.Unknown unknown) {
        return PlainWords.shipped().ask(unknown, reader);
    }

    /// Signs that call for help now. Where there is one, it stands alone above everything.
    public List<UrgentSign> emergencies() {
        return answer.urgent().stream().filter(s -> s.severity().equals("now")).toList();
    }

    /// The other urgent signs, the soonest first: one line shows the first, the rest opens.
    public List<UrgentSign> urgent() {
        List<UrgentSign> signs = new ArrayList<>();
        for (String severity : List.of("sameDay", "urgent")) {
            answer.urgent().stream().filter(s -> s.severity().equals(severity)).forEach(signs::add);
        }
        return List.copyOf(signs);
    }

    /// References under their headings, in the order the answer gives.
    public Map<String, List<Reference>> groups() {
        Map<String, List<Reference>> groups = new LinkedHashMap<>();
        answer.references()
                .forEach(r -> groups.computeIfAbsent(r.group(), g -> new ArrayList<>()).add(r));
        return groups;
    }

    public List<Links.Link> links(Reference reference) {
        return Links.of(reference.pmid(), reference.doi(), reference.pmcid(), reference.url());
    }

    public boolean isAnswered() {
        return !isCompound() && !isAbstained();
    }

    /// Whether nothing is answered; of several questions, none of them.
    public boolean isAbstained() {
        return answer.outcome().kind().equals("abstained");
    }

    /// Whether the library was looked through for one question and gave no answer.
    public boolean isSearchedInVain() {
        return !isCompound() && isAbstained() && answer.basis().sourcesSearched() > 0;
    }

    /// Whether nothing was looked for: the text is no question that can be.
    public boolean isUnsearched() {
        return isAbstained() && answer.basis().sourcesSearched() == 0;
    }

    /// Whether whoever reads is a patient or a carer.
    public boolean isLay() {
        return reader == Reader.PATIENT || reader == Reader.CARER;
    }

    public boolean isDose() {
        return answer.understood().kind().equals(QuestionKind.DOSE.code());
    }

    /// What the library holds nearest to a question it does not answer; the address where the page
    /// itself is elsewhere, else empty.
    public List<Links.Link> nearest() {
        return answer.outcome().nearest().stream().map(Links::named).toList();
    }

    /// The first line of an answer to a yes/no question, or null.
    public @Nullable String direction() {
        return DirectionWords.of(answer);
    }

    public boolean hasBottomLine() {
        return !answer.bottomLine().lead().isEmpty() || !answer.bottomLine().branches().isEmpty();
    }

    /// Whether a sentence of running text heads it, which nobody has checked.
    public boolean isChosenByWords() {
        return answer.bottomLine().chosenByWords();
    }

    /// Whether nothing heads the answer: its card would be lines of "not reported".
    public boolean isSaysNothing() {
        Answer.Card card = answer.bottomLine().card();
        return !hasBottomLine()
                && card.benefit().isEmpty()
                && card.harm().isEmpty()
                && card.decides().isEmpty();
    }

    /// Why it is rated so, without the rating said twice ("not rated here: ...").
    public String certaintyReason() {
        return answer.bottomLine().card().certaintyReason().replaceFirst("^not rated here: ", "");
    }

    /// Whether records of the National Library of Medicine stand among the references.
    public boolean citesNlm() {
        return answer.references().stream().anyMatch(r -> r.pmid() != null || r.pmcid() != null);
    }

    /// Everything read out of the question, each in its own kind, for the chips.
    ///
    /// Of several questions only what was taken out and what no vocabulary knows: whom each is about
    /// stands with its own answer.
    public List<Chip> chips() {
        List<Chip> all = Chip.of(answer);
        return isCompound() || isUnsearched() ? all.stream().filter(Chip::isNeutral).toList() : all;
    }

    /// Problems, drugs, procedures and tests, to be corrected one by one.
    public List<Chip> findings() {
        return isCompound()
                ? List.of()
                : Chip.of(answer.understood()).stream().filter(Chip::isFinding).toList();
    }

    /// The twelve kinds a question may be.
    public List<String> kinds() {
        return Stream.of(QuestionKind.values()).map(QuestionKind::code).toList();
    }

    /// The first sentence of the first correction: the one line before the bottom line.
    public String premiseFirst() {
        String correction = correction(answer.premises().getFirst());
        Matcher sentence = FIRST_SENTENCE.matcher(correction);
        return sentence.find() ? sentence.group() : correction;
    }

    public String askedOn() {
        return Days.of(asked.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /// The day up to which the evidence was searched, as people write days.
    public String evidenceTo() {
        try {
            return Days.of(LocalDate.parse(answer.basis().asOf()));
        } catch (DateTimeParseException notADay) {
            return answer.basis().asOf();
        }
    }

    /// Up to six names, as PubMed lists them, or the issuer, and a stop.
    public String authors(Reference reference) {
        String names = names(reference);
        String all = names.isEmpty() && reference.issuer() != null ? reference.issuer() : names;
        return all.isEmpty() || all.endsWith(".") ? all : all + ".";
    }

    /// Journal, volume and year, with a stop before them, or nothing.
    public String published(Reference reference) {
        String venue = reference.venue() == null ? "" : reference.venue();
        String year = reference.year() == null ? "" : String.valueOf(reference.year());
        String both = (venue + (venue.contains(year) ? "" : " " + year)).strip();
        String stop =
                reference.title().endsWith(".") || reference.title().endsWith("?") ? " " : ". ";
        return both.isEmpty() ? "" : stop + both + ".";
    }

    private static String names(Reference reference) {
        List<String> authors = reference.authors();
        String names = authors.stream().limit(MOST_AUTHORS).collect(Collectors.joining(", "));
        return authors.size() > MOST_AUTHORS ? names + " et al." : names;
    }

    /// The marks of the sources under the statements an overview holds: "[1] [3]".
    public String marksOf(Answer.BoardOverview overview) {
        return answer.statements().stream()
                .filter(one -> overview.statements().contains(one.id()))
                .flatMap(one -> one.citations().stream())
                .map(Answer.Citation::mark)
                .distinct()
                .sorted()
                .map(mark -> "[" + mark + "]")
                .collect(Collectors.joining(" "));
    }
}
