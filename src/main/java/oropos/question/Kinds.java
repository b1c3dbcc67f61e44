package oropos.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Span;

/// Which of the twelve kinds a question is, from `kinds.yaml`.
///
/// Each cue heard adds its weight once; the greatest sum wins, and on a tie the kind that stands first
/// in the file. Some cues are heard only where a drug, a test or a procedure is named ("how long should
/// I take it", "what happens during it"), and no cue within words that tell what was ("was diagnosed
/// with gout").
final class Kinds {

    static final String FILE = "kinds.yaml";

    private static final Set<String> WEIGHTS = Set.of("1", "2", "3", "4");

    private record Scored(
            QuestionKind kind, String title, List<Variant> variants, List<Weighted> cues) {}

    private record Variant(String title, List<Cue> cues) {}

    /// @param of what must be named; null where the cue needs nothing named
    private record Weighted(Cue cue, int weight, @Nullable Named of) {}

    /// What a question names besides problems.
    enum Named {
        DRUG,
        TEST,
        PROCEDURE;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final QuestionKind byDefault;
    private final QuestionKind withoutPatient;
    private final List<Cue> told;
    private final List<Scored> kinds = new ArrayList<>();

    Kinds(RuleFile file) {
        file.content().knows(Set.of("version", "default", "withoutPatient", "told", "kinds"));
        byDefault = kind(file.content(), file.content().text("default"));
        withoutPatient = kind(file.content(), file.content().text("withoutPatient"));
        told = Cue.all(file.content().texts("told"));
        for (RuleFile.Row row : file.content().rows("kinds")) {
            row.knows(Set.of("key", "title", "titles", "cues", "drug", "test", "procedure"));
            List<Weighted> cues = new ArrayList<>(weighted(row.row("cues"), null));
            for (Named named : Named.values()) {
                cues.addAll(weighted(row.row(named.key()), named));
            }
            List<Variant> variants = new ArrayList<>();
            RuleFile.Row titles = row.row("titles");
            if (titles != null) {
                titles.keys()
                        .forEach(title ->
                                variants.add(new Variant(title, Cue.all(titles.texts(title)))));
            }
            kinds.add(
                    new Scored(
                            kind(row, row.text("key")),
                            row.text("title"),
                            List.copyOf(variants),
                            List.copyOf(cues)));
        }
        if (kinds.size() != QuestionKind.values().length) {
            throw new IllegalStateException(
                    file.name()
                            + " names "
                            + QuestionKind.values().length
                            + " kinds, but had "
                            + kinds.size());
        }
    }

    private static List<Weighted> weighted(RuleFile.@Nullable Row weights, @Nullable Named of) {
        List<Weighted> cues = new ArrayList<>();
        if (weights != null) {
            weights.knows(WEIGHTS);
            for (Object weight : weights.values().keySet()) {
                for (String cue : weights.texts(weight)) {
                    cues.add(new Weighted(Cue.of(cue), Integer.parseInt(weight.toString()), of));
                }
            }
        }
        return cues;
    }

    private static QuestionKind kind(RuleFile.Row row, String code) {
        for (QuestionKind kind : QuestionKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalStateException(row.place() + ": no kind of question is called " + code);
    }

    /// The kind the last sentence that tells one asks for: what a letter asks before it leads to it.
    ///
    /// @param asking the sentences that ask; where they tell no kind ("And him?") the whole does
    /// @param acting whether the question tells of somebody (age, sex, pregnancy) or names a treatment
    ///     beside a problem: without a cue it then asks what to do, else what the thing is
    QuestionKind of(Wording asking, Wording whole, Set<Named> named, boolean acting) {
        return lastHeard(asking, named)
                .or(() -> heard(whole, named))
                .orElse(acting ? byDefault : withoutPatient);
    }

    private Optional<QuestionKind> lastHeard(Wording asking, Set<Named> named) {
        int last = asking.words().isEmpty() ? -1 : asking.words().getLast().sentence();
        for (int sentence = last; sentence >= 0; sentence--) {
            int only = sentence;
            Optional<QuestionKind> kind =
                    heard(
                            asking,
                            named,
                            heard -> asking.words().get(heard.first()).sentence() == only);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private Optional<QuestionKind> heard(Wording wording, Set<Named> named) {
        return heard(wording, named, heard -> true);
    }

    private Optional<QuestionKind> heard(
            Wording wording, Set<Named> named, Predicate<Cue.Heard> counts) {
        List<Span> past =
                told.stream()
                        .flatMap(cue -> cue.heard(wording).stream())
                        .map(Cue.Heard::span)
                        .toList();
        QuestionKind best = byDefault;
        int most = 0;
        for (Scored scored : kinds) {
            int sum =
                    scored.cues().stream()
                            .filter(one -> one.of() == null || named.contains(one.of()))
                            .filter(one -> isHeard(one.cue(), wording, past, counts))
                            .mapToInt(Weighted::weight)
                            .sum();
            if (sum > most) {
                most = sum;
                best = scored.kind();
            }
        }
        return most == 0 ? Optional.empty() : Optional.of(best);
    }

    private static boolean isHeard(
            Cue cue, Wording wording, List<Span> past, Predicate<Cue.Heard> counts) {
        return cue.heard(wording).stream()
                .filter(counts)
                .anyMatch(heard -> past.stream().noneMatch(one -> one.overlaps(heard.span())));
    }

    /// How a title of this kind begins ("Treatment of"); null where the words tell no kind, so that a
    /// title does not put an intent into them.
    @Nullable String title(QuestionKind kind, Wording asking, Wording whole, Set<Named> named) {
        if (heard(asking, named).or(() -> heard(whole, named)).isEmpty()) {
            return null;
        }

        Scored scored = scored(kind);
        return scored.variants().stream()
                .filter(variant -> variant.cues().stream().anyMatch(cue -> cue.isIn(asking)))
                .map(Variant::title)
                .findFirst()
                .orElse(scored.title());
    }

    /// How a title of this kind begins.
    String title(QuestionKind kind) {
        return scored(kind).title();
    }

    private Scored scored(QuestionKind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /// Which things findings name.
    static Set<Named> things(List<Finding> drugs, List<Finding> tests, List<Finding> procedures) {
        Set<Named> things = EnumSet.noneOf(Named.class);
        if (!drugs.isEmpty()) {
            things.add(Named.DRUG);
        }
        if (!tests.isEmpty()) {
            things.add(Named.TEST);
        }
        if (!procedures.isEmpty()) {
            things.add(Named.PROCEDURE);
        }
        return things;
    }
}
