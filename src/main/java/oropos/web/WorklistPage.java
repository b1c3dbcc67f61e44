package oropos.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Account;
import oropos.people.Declaration;
import oropos.people.Interest;
import oropos.people.People;
import oropos.people.Role;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.CitedSource;
import oropos.review.Flag;
import oropos.review.Ground;
import oropos.review.NumberedClaim;
import oropos.review.Reviews;
import oropos.review.Work;

/// What pages rest on, for editors: the weakest ground first; every claim on one source; everything
/// judged by somebody with an interest.
@Admits({
    Role.AUTHOR,
    Role.EVIDENCE_EDITOR,
    Role.CLINICAL_REVIEWER,
    Role.LAY_REVIEWER,
    Role.APPROVER,
    Role.CHAIR,
    Role.PUBLISHER,
    Role.MANAGING_EDITOR,
    Role.AUDITOR
})
@Controller
class WorklistPage {

    /// Versions whose ground is kept; one takes some hundred bytes.
    private static final int KEPT = 10_000;

    private static final int LONGEST_SEARCH = 300;

    private final Reviews reviews;
    private final People people;
    private final Cache<String, Ground> grounds = Caffeine.newBuilder().maximumSize(KEPT).build();

    WorklistPage(Reviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    /// Which pages are listed. Weakness is what an editor would look at first.
    enum Only {
        SECONDARY("secondary") {
            @Override
            boolean holds(Ground ground) {
                return !ground.onSecondary().isEmpty();
            }
        },
        ONE("one") {
            @Override
            boolean holds(Ground ground) {
                return ground.restsOnOne();
            }
        },
        OTHERS("others") {
            @Override
            boolean holds(Ground ground) {
                return !ground.others().isEmpty();
            }
        },
        NO_GUIDELINE("no-guideline") {
            @Override
            boolean holds(Ground ground) {
                return !ground.isGuidelineBased();
            }
        };

        private final String code;

        Only(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        abstract boolean holds(Ground ground);
    }

    record Line(Article article, ArticleVersion version, Ground ground) {

        /// Other people weigh most, then claims nobody read an original of, then a single source.
        int weakness() {
            return (ground.others().isEmpty() ? 0 : 4)
                    + (ground.onSecondary().isEmpty() ? 0 : 2)
                    + (ground.restsOnOne() ? 1 : 0);
        }
    }

    /// @param flags of the version that are about this source
    record Resting(
            Article article,
            ArticleVersion version,
            CitedSource source,
            List<NumberedClaim> claims,
            List<Flag> flags) {}

    /// @param did what the person did on the version, in words
    record Judged(
            Article article,
            ArticleVersion version,
            Account person,
            Declaration declaration,
            Interest interest,
            Set<String> did) {}

    @GetMapping("/review/evidence")
    String worklist(
            @RequestParam(name = "only", defaultValue = "") String only,
            @RequestParam(name = "source", defaultValue = "") String source,
            @RequestParam(name = "interest", defaultValue = "") String interest,
            Model model) {
        String wanted = folded(source);
        String held = folded(interest);
        model.addAttribute("only", only);
        model.addAttribute("kinds", Only.values());
        model.addAttribute("source", source.strip());
        model.addAttribute("interest", interest.strip());
        model.addAttribute("lines", lines(only));
        model.addAttribute("resting", wanted.isEmpty() ? null : resting(wanted));
        model.addAttribute("judged", held.isEmpty() ? null : judged(held));
        return "worklist";
    }

    private Stream<Line> versions() {
        return reviews.all().stream()
                .flatMap(article ->
                        Stream.of(article.shown(), article.latest())
                                .distinct()
                                .filter(one -> one.state().isOpen() || article.shown().equals(one))
                                .map(one -> new Line(article, one, ground(one))));
    }

    private Ground ground(ArticleVersion version) {
        return Objects.requireNonNull(
                grounds.get(
                        version.address() + " " + version.number() + " " + version.revision(),
                        key ->
                                reviews.answer(version.address(), version.number())
                                        .map(answer -> Ground.of(version.content(), answer))
                                        .orElse(new Ground(0, List.of(), List.of(), List.of()))));
    }

    private List<Line> lines(String only) {
        return versions()
                .filter(line ->
                        Stream.of(Only.values())
                                .filter(kind -> kind.code().equals(only))
                                .allMatch(kind -> kind.holds(line.ground())))
                .sorted(
                        Comparator.comparingInt(Line::weakness)
                                .reversed()
                                .thenComparing(line -> line.article().address().value())
                                .thenComparing(line -> -line.version().number()))
                .toList();
    }

    private List<Resting> resting(String wanted) {
        List<Resting> all = new ArrayList<>();
        versions()
                .forEach(line -> {
                    for (CitedSource source : line.version().content().sources()) {
                        if (names(source, wanted)) {
                            all.add(
                                    new Resting(
                                            line.article(),
                                            line.version(),
                                            source,
                                            line.version().content().claims().stream()
                                                    .filter(claim ->
                                                            claim.works().contains(source.work()))
                                                    .toList(),
                                            line.version().work().flags().stream()
                                                    .filter(flag ->
                                                            flag.about().equals(source.work()))
                                                    .toList()));
                        }
                    }
                });
        return all;
    }

    /// A number is a whole identifier ("pmid 2950" is not 29504223); words stand anywhere in the title.
    private static boolean names(CitedSource source, String wanted) {
        String id =
                wanted.replaceFirst("^(pmid|doi)[: ]+", "")
                        .replaceFirst("^https?://\\S*?/(?=10\\.)", "");
        String work = source.work().toLowerCase(Locale.ROOT);
        return work.equals(wanted)
                || work.substring(work.indexOf(':') + 1).equals(id)
                || source.source().equalsIgnoreCase(wanted)
                || wanted.chars().anyMatch(Character::isLetter)
                        && source.title().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private List<Judged> judged(String held) {
        List<Judged> all = new ArrayList<>();
        for (Account person : people.all()) {
            for (Declaration declaration : people.declarations(person.id())) {
                for (Interest one : declaration.interests()) {
                    if (names(one, held)) {
                        versions()
                                .forEach(line -> {
                                    Set<String> did =
                                            did(line.version().work(), person.id().text());
                                    if (!did.isEmpty()) {
                                        all.add(
                                                new Judged(
                                                        line.article(),
                                                        line.version(),
                                                        person,
                                                        declaration,
                                                        one,
                                                        did));
                                    }
                                });
                    }
                }
            }
        }
        return all;
    }

    private static boolean names(Interest interest, String held) {
        return Stream.concat(
                        Stream.of(interest.with(), interest.words()), interest.topics().stream())
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(held));
    }

    /// What a person did on a version, as keys of the messages.
    private static Set<String> did(Work work, String person) {
        TreeMap<String, Boolean> did = new TreeMap<>();
        Work.Approval approval = work.approval();
        did.put("approved", approval != null && approval.by().equals(person));
        did.put(
                "signed",
                work.signOffs().stream()
                        .anyMatch(one -> !one.isChange() && one.by().equals(person)));
        did.put("opinion", work.opinions().stream().anyMatch(one -> one.by().equals(person)));
        did.put("author", work.authors().contains(person));
        return did.entrySet().stream()
                .filter(one -> one.getValue())
                .map(one -> one.getKey())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static String folded(@Nullable String text) {
        String said = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return said.substring(0, Math.min(said.length(), LONGEST_SEARCH));
    }
}
