package oropos.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a document in the guideline form: Markdown with typed fields, in which hospitals write
/// their own guidelines and the starter library is written.
///
/// What the fields state is taken as stated; nothing is read out of the words. Whatever is unclear
/// is refused with file, line and what to write, because a field lost in silence can change what a
/// recommendation says.
final class GuidelineReader implements SourceReader {

    /// Version of the reading rules, part of the starter pack's fingerprint and of each study.
    static final String RULES = "guideline form 1";

    /// A guideline is text somebody wrote; a larger file is something else.
    static final int LARGEST = 5_000_000;

    private static final Set<String> FIELDS =
            new TreeSet<>(
                    Set.of(
                            "key",
                            "id",
                            "pmid",
                            "doi",
                            "pmcid",
                            "title",
                            "authors",
                            "issuer",
                            "venue",
                            "year",
                            "published",
                            "design",
                            "n",
                            "population",
                            "ages",
                            "sex",
                            "pregnancy",
                            "conditions",
                            "textKind",
                            "url",
                            "licence",
                            "grade",
                            "newerEdition",
                            "standing",
                            "language"));

    private static final Pattern START = Pattern.compile("^\uFEFF?---[ \\t]*\\R");
    private static final Pattern PMCID = Pattern.compile("PMC\\d{1,9}");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{3,9}/\\S+");

    private final String form;

    private GuidelineReader(String form) {
        this.form = form;
    }

    /// Reads what a hospital wrote.
    static GuidelineReader guidelines() {
        return new GuidelineReader("guideline");
    }

    /// Reads the files of the starter library, which say what their texts were made from.
    static GuidelineReader starter() {
        return new GuidelineReader(Starter.FORM);
    }

    @Override
    public boolean reads(Head head) {
        String name = head.name().toLowerCase(Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".markdown"))
                && START.matcher(head.text()).lookingAt();
    }

    @Override
    public void read(Input input, Sink sink) throws IOException {
        sink.record(record(input.name(), text(input)));
    }

    private static String text(Input input) throws IOException {
        byte[] bytes;
        try (InputStream in = input.open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new SourceFileException(
                    "a guideline of more than " + LARGEST + " bytes",
                    input.name(),
                    "split it into several documents");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new SourceFileException(
                    "the file is not UTF-8", input.name(), "save it as UTF-8", other);
        }
    }

    private Record record(String file, String text) {
        GuidelineText.Split split = GuidelineText.split(file, text);
        GuidelineFields fields = split.front();
        fields.checkNames(FIELDS);
        Population whole = fields.population(Population.UNSTATED);
        String title = fields.needed("title", "Fracture care in our hospital");
        String pmid = checked(fields, "pmid", Pattern.compile(Record.PMID), "29504223");
        String doi = checked(fields, "doi", DOI, "10.1111/jpc.13768");
        String pmcid = checked(fields, "pmcid", PMCID, "PMC2841534");
        Study study =
                new Study(
                        fields.choice("design", designs()),
                        true,
                        "stated in the document",
                        whole,
                        fields.number("n", 0, 999_999_999),
                        RULES);
        Record.Builder record =
                Record.of(id(fields, pmid, doi, pmcid, title), form, title, textKind(fields))
                        .pmid(pmid)
                        .doi(doi)
                        .pmcid(pmcid)
                        .authors(orEmpty(fields.list("authors")))
                        .issuer(fields.words("issuer"))
                        .venue(fields.words("venue"))
                        .year(fields.number("year", 1000, 2999))
                        .published(fields.day("published"))
                        .url(url(fields))
                        .licence(fields.words("licence"))
                        .language(fields.words("language"))
                        .issuerGrade(fields.words("grade"))
                        .newerEdition(fields.words("newerEdition"))
                        .standing(
                                fields.has("standing")
                                        ? fields.choice("standing", standings())
                                        : null)
                        .stated(study);
        GuidelineText.parts(file, split, whole).forEach(record::part);
        return record.build();
    }

    private SourceId id(
            GuidelineFields fields,
            @Nullable String pmid,
            @Nullable String doi,
            @Nullable String pmcid,
            String title) {
        if (pmid != null) {
            return SourceId.pmid(pmid);
        }
        if (pmcid != null) {
            return new SourceId("pmc:" + pmcid);
        }
        if (doi != null) {
            return SourceId.doi(doi);
        }
        String stated = fields.words("id");
        if (stated != null) {
            if (!stated.matches("guideline:[a-z0-9.-]+/[a-z0-9._-]+")) {
                throw fields.problem(
                        "\"id\" is no name of a guideline: " + stated,
                        "id",
                        "write guideline:issuer/name in lower-case letters, digits and -");
            }
            return new SourceId(stated);
        }
        String key = fields.words("key");
        if (form.equals(Starter.FORM)) {
            String name = fields.needed("key", "SIMM18");
            if (!name.matches("[A-Za-z0-9._-]+")) {
                throw fields.problem("\"key\" is no single word: " + name, "key", "write SIMM18");
            }
            return new SourceId("starter:" + name);
        }
        String issuer = fields.needed("issuer", "St Mary's Hospital");
        return new SourceId("guideline:" + slug(issuer) + "/" + slug(key != null ? key : title));
    }

    private static String slug(String words) {
        String slug =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "unnamed" : slug;
    }

    private TextKind textKind(GuidelineFields fields) {
        boolean starter = form.equals(Starter.FORM);
        if (!fields.has("textKind") && !starter) {
            return TextKind.FULL_TEXT;
        }
        Map<String, TextKind> kinds = new TreeMap<>();
        for (TextKind kind : TextKind.values()) {
            kinds.put(kind.code(), kind);
        }
        TextKind kind = fields.choice("textKind", kinds);
        if (!starter && kind.isSummary()) {
            throw fields.problem(
                    "a summary is what Oropos's own starter library holds, not a hospital's document",
                    "textKind",
                    "write fullText, or leave the field out");
        }
        return kind;
    }

    private static @Nullable String url(GuidelineFields fields) {
        String url = fields.words("url");
        if (url != null && !url.matches("https?://\\S+")) {
            throw fields.problem("\"url\" is no address: " + url, "url", "write https://...");
        }
        return url;
    }

    private static @Nullable String checked(
            GuidelineFields fields, String name, Pattern form, String example) {
        String words = fields.words(name);
        if (words != null && !form.matcher(words).matches()) {
            throw fields.problem(
                    "\"" + name + "\" cannot be " + words, name, "write it as " + example);
        }
        return words;
    }

    private static Map<String, Design> designs() {
        Map<String, Design> designs = new TreeMap<>();
        for (Design design : Design.values()) {
            designs.put(design.words(), design);
        }
        return designs;
    }

    private static Map<String, Standing> standings() {
        Map<String, Standing> standings = new TreeMap<>();
        for (Standing standing : Standing.values()) {
            standings.put(standing.code(), standing);
        }
        return standings;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
