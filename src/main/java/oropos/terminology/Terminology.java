package oropos.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads clinical language into concepts: the door of this room.
///
/// Names come from MeSH 2024 (courtesy of the U.S. National Library of Medicine), from the FDA's
/// list of drug products and from a small list of our own; the longest name wins, mentions never
/// overlap. Spelling (British, American), number, case, hyphens and accents make no difference;
/// initials that spell an ordinary word count only in capitals. An abbreviation is understood where
/// the vocabulary knows one meaning alone, or where the text itself explains it: "acute
/// lymphoblastic leukaemia (ALL)". Nothing is corrected: a misspelt drug is not recognised.
public final class Terminology {

    private final Vocabulary vocabulary;
    private final Map<String, Concept> vertebrae = new HashMap<>();

    private final String version;
    private volatile @Nullable Headings headings;

    private Terminology(Vocabulary vocabulary, String version) {
        this.vocabulary = vocabulary;
        this.version = version;
        for (Concept vertebra : Vertebrae.concepts(vocabulary)) {
            vertebrae.put(vertebra.id(), vertebra);
        }
    }

    private static final class BuiltIn {
        static final Terminology ONLY = new Terminology(Vocabulary.load(), SHIPPED);
    }

    /// The versions of the lists shipped.
    private static final String SHIPPED = "MeSH 2024, Drugs@FDA 2019";

    /// Hex digits of a digest that name an imported vocabulary.
    private static final int DIGITS = 12;

    /// The vocabularies shipped with Oropos, loaded once.
    public static Terminology builtIn() {
        return BuiltIn.ONLY;
    }

    /// The vocabularies shipped with Oropos and, where there is one, the MeSH an operator imported: its
    /// names are read too, its trees count before those shipped. Without an import this is
    /// [#builtIn].
    ///
    /// @param folder the `vocabulary` folder of a data folder; it need not exist
    /// @throws IllegalStateException naming file and line where the import is damaged
    public static Terminology of(Path folder) {
        return ImportedMesh.isIn(folder)
                ? new Terminology(
                        Vocabulary.load(ImportedMesh.read(folder)),
                        SHIPPED + ", imported MeSH " + digest(folder))
                : builtIn();
    }

    private static String digest(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of(ImportedMesh.NAMES, ImportedMesh.TREES)) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    digest.update(Files.readAllBytes(file));
                }
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the vocabulary in " + folder, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Which lists of names these are: the index and the receipts name them.
    public String version() {
        return version;
    }

    /// The MeSH heading of this name or entry term, whether or not texts are read for it.
    public Optional<Concept> heading(String name) {
        return headings()
                .named(name)
                .or(() -> {
                    Vocabulary.Name known = vocabulary.named(name);
                    return Optional.ofNullable(known)
                            .map(Vocabulary.Name::concept)
                            .filter(concept -> concept.id().startsWith(Headings.PREFIX));
                });
    }

    /// The MeSH headings below a concept, by id.
    public List<Concept> narrower(Concept concept) {
        return headings().narrower(concept);
    }

    /// Made when first asked for: most questions need no headings.
    private Headings headings() {
        Headings known = headings;
        if (known == null) {
            synchronized (this) {
                known = headings;
                if (known == null) {
                    known = new Headings(vocabulary);
                    headings = known;
                }
            }
        }
        return known;
    }

    /// The concept of this id, or empty where no vocabulary has it.
    public Optional<Concept> concept(String id) {
        Concept vertebra = vertebrae.get(id);
        return Optional.ofNullable(vertebra == null ? vocabulary.concept(id) : vertebra);
    }

    /// Everything recognised in a text, in the order it stands there. Vertebrae are anatomy with the
    /// level in their id; where one place names several ("T10-L2"), each is a mention, those that
    /// are only implied with the span of the whole.
    public Concepts read(String text) {
        return new Reading(vocabulary, vertebrae, text).concepts();
    }

    /// The concepts of [#read] alone, in the same order and as often: where it does not matter what the
    /// text says of them this is several times faster.
    public List<Concept> named(String text) {
        return new Reading(vocabulary, vertebrae, text).named();
    }
}
