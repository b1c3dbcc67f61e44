package oropos.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oropos.answer.Answer;
import oropos.answer.AnswerJson;
import oropos.people.People;
import oropos.review.Address;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.Flag;
import oropos.review.Reviews;
import oropos.review.State;

/// The public pages: found by address, by subject, by words, by the code on a print.
public final class Articles {

    /// Words of titles that say nothing of what they are about.
    private static final Set<String> SMALL =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "are",
                    "at",
                    "be",
                    "best",
                    "by",
                    "for",
                    "from",
                    "how",
                    "in",
                    "is",
                    "of",
                    "on",
                    "or",
                    "should",
                    "the",
                    "to",
                    "what",
                    "which",
                    "with",
                    "year",
                    "years",
                    "old",
                    "who",
                    "when",
                    "treatment",
                    "patient");

    /// Share of the words of two titles that must be the same to call the pages alike.
    private static final double ALIKE = 0.5;

    private static final int MOST_ALIKE = 3;

    private static final int MOST_RELATED = 5;

    /// Share of the shorter of a typed question and a title that must be in the other.
    private static final double WITHIN = 0.75;

    /// Fewer words than this say too little to compare by.
    private static final int FEW = 3;

    private static final int CODE_LENGTH = 12;

    /// Pages kept ready, and for how long: names and interests of people may change meanwhile.
    private static final int READY = 200;

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Reviews reviews;
    private final Pages pages;
    private final Cache<Made, Page> lately =
            Caffeine.newBuilder().maximumSize(READY).expireAfterWrite(LATELY).build();

    public Articles(Reviews reviews, People people) {
        this.reviews = reviews;
        this.pages = new Pages(reviews, people);
    }

    /// The page of an address: its published version, or what there is, saying so.
    public Optional<Page> at(Address address) {
        return reviews.at(address).flatMap(one -> page(one, one.shown()));
    }

    /// One version of it.
    public Optional<Page> at(Address address, int number) {
        return reviews.at(address)
                .flatMap(one -> one.version(number).flatMap(version -> page(one, version)));
    }

    /// The revision of each version of an article, in one text: any step on any of them makes it another.
    public Optional<String> revisions(Address address) {
        return reviews.at(address)
                .map(one ->
                        one.versions().stream()
                                .map(version -> String.valueOf(version.revision()))
                                .collect(Collectors.joining(".")));
    }

    private Optional<Page> page(Article article, ArticleVersion version) {
        Made key =
                new Made(
                        version.address(),
                        version.number(),
                        article.versions().stream().map(ArticleVersion::revision).toList());
        Page made = lately.getIfPresent(key);
        if (made != null) {
            return Optional.of(made);
        }
        Optional<Page> page =
                reviews.answer(article.address(), version.number())
                        .map(answer -> pages.page(article, version, answer));
        page.ifPresent(one -> lately.put(key, one));
        return page;
    }

    /// A page as it was put together: any step on any version of its article makes it another.
    private record Made(Address address, int number, List<Long> revisions) {}

    /// A page as lists show it.
    ///
    /// @param changed the last day anything public happened
    /// @param overview whether editors wrote it as an overview of a topic
    public record Entry(
            Address address,
            String title,
            List<String> subjects,
            String specialty,
            Status status,
            int number,
            LocalDate changed,
            boolean overview) {}

    /// Every page, by title. Pages that were never published are in it too: their status says so.
    public List<Entry> all() {
        return reviews.all().stream()
                .map(Articles::entry)
                .sorted(Comparator.comparing(one -> one.title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// The pages people vouch for at this moment, the newest change first.
    public List<Entry> approved() {
        return all().stream()
                .filter(one ->
                        one.status().isApproved()
                                && reviews.at(one.address())
                                        .map(Article::shown)
                                        .map(ArticleVersion::state)
                                        .filter(state -> state == State.PUBLISHED)
                                        .isPresent())
                .sorted(Comparator.comparing(Entry::changed).reversed())
                .toList();
    }

    private static Entry entry(Article article) {
        ArticleVersion shown = article.shown();
        return new Entry(
                article.address(),
                article.title(),
                article.subjects(),
                shown.specialty(),
                Status.of(shown),
                shown.number(),
                changed(shown),
                article.isOverview());
    }

    private static LocalDate changed(ArticleVersion version) {
        LocalDate last = Page.day(version.work().milestones().getLast().at());
        for (Flag flag : version.work().flags()) {
            LocalDate closed = flag.closed();
            LocalDate day = closed == null ? flag.opened() : closed;
            last = day.isAfter(last) ? day : last;
        }
        return last;
    }

    /// Pages by the specialty of their reviewers, in the order of the alphabet.
    public Map<String, List<Entry>> bySpecialty() {
        Map<String, List<Entry>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Entry entry : all()) {
            all.computeIfAbsent(entry.specialty(), any -> new ArrayList<>()).add(entry);
        }
        return all;
    }

    /// Pages by subject, each subject once, in the order of the alphabet.
    public Map<String, List<Entry>> bySubject() {
        Map<String, List<Entry>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Entry entry : all()) {
            for (String subject : entry.subjects()) {
                all.computeIfAbsent(subject, any -> new ArrayList<>()).add(entry);
            }
        }
        return all;
    }

    /// Pages that speak of all these words in title or subjects.
    public List<Entry> about(String words) {
        Set<String> wanted = words(words);
        return wanted.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(one ->
                                words(one.title() + " " + String.join(" ", one.subjects()))
                                        .containsAll(wanted))
                        .toList();
    }

    /// Pages that may answer a question already, the most alike first.
    ///
    /// @param title of the question, as it was understood
    public List<Entry> like(String title) {
        Set<String> asked = words(title);
        record Near(Entry entry, double share) {}
        return all().stream()
                .filter(one -> !(one.status() instanceof Status.Withdrawn))
                .map(one -> new Near(one, share(asked, words(one.title()))))
                .filter(one -> one.share() >= ALIKE)
                .sorted(Comparator.comparingDouble(Near::share).reversed())
                .limit(MOST_ALIKE)
                .map(Near::entry)
                .toList();
    }

    /// Pages people vouch for that may answer what somebody is about to ask, the most alike first.
    ///
    /// @param question as it is typed: with more words around than a title has
    public List<Entry> answering(String question) {
        Set<String> asked = words(question);
        record Near(Entry entry, double share) {}
        return approved().stream()
                .map(one -> new Near(one, within(asked, words(one.title()))))
                .filter(one -> one.share() >= WITHIN)
                .sorted(Comparator.comparingDouble(Near::share).reversed())
                .limit(MOST_ALIKE)
                .map(Near::entry)
                .toList();
    }

    /// How much of the shorter of two texts is in the other; of less than three words nothing is said.
    private static double within(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int shorter = Math.min(one.size(), other.size());
        return shorter < FEW ? 0 : (double) both.size() / shorter;
    }

    /// Pages that share a subject with this one or are asked alike, the nearest first; not withdrawn ones.
    public List<Entry> related(Page page) {
        Set<String> own = words(page.title());
        record Near(Entry entry, long shared, double share) {}
        return all().stream()
                .filter(one ->
                        !one.address().equals(page.address())
                                && !(one.status() instanceof Status.Withdrawn))
                .map(one ->
                        new Near(
                                one,
                                one.subjects().stream().filter(page.subjects()::contains).count(),
                                share(own, words(one.title()))))
                .filter(one -> one.shared() > 0 || one.share() >= ALIKE)
                .sorted(
                        Comparator.comparingLong(Near::shared)
                                .thenComparingDouble(Near::share)
                                .reversed())
                .limit(MOST_RELATED)
                .map(Near::entry)
                .toList();
    }

    /// What somebody did for a page, as the board page tells it.
    ///
    /// @param duty approved, reviewed, signed claims or decided
    public record Deed(Entry entry, int number, String duty) {}

    /// The approved versions an account reviewed or approved, by title and version.
    public List<Deed> deeds(String account) {
        List<Deed> deeds = new ArrayList<>();
        for (Article article : reviews.all()) {
            for (ArticleVersion version : article.versions()) {
                String duty = Pages.duties(version).get(account);
                if (duty != null) {
                    deeds.add(new Deed(entry(article), version.number(), duty));
                }
            }
        }
        deeds.sort(
                Comparator.comparing((Deed one) -> one.entry().title())
                        .thenComparing(Deed::number));
        return deeds;
    }

    private static double share(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .collect(Collectors.toSet());
    }

    // ---- is this version still current?

    /// What became of the version a print was made of.
    public record Printed(Entry entry, int number, Status status, boolean current) {}

    /// @param code as it stands on the print, hyphens or not
    public Optional<Printed> printed(String code) {
        String wanted = code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        for (Article article : reviews.all()) {
            for (ArticleVersion version : article.versions()) {
                if (code(version).replace("-", "").equals(wanted)) {
                    Status status = Status.of(version);
                    boolean shown = article.shown().number() == version.number();
                    return Optional.of(
                            new Printed(
                                    entry(article),
                                    version.number(),
                                    status,
                                    shown && status.isApproved()));
                }
            }
        }
        return Optional.empty();
    }

    /// Says which words of which version are on a print, and nothing else.
    static String code(ArticleVersion version) {
        String hash =
                AnswerJson.sha256(
                                version.address()
                                        + "/"
                                        + version.number()
                                        + "/"
                                        + version.contentHash())
                        .substring(0, CODE_LENGTH);
        return hash.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// What the transparency page counts.
    public Openness openness() {
        return Openness.of(reviews.all(), reviews.errors().all());
    }

    /// The answer a page shows, as JSON for machines: without what was asked word for word.
    public static String json(Page page) {
        Answer answer = page.answer();
        Map<String, Object> json = new TreeMap<>();
        json.put("address", page.address().value());
        json.put("title", page.title());
        json.put("version", page.number());
        json.put("status", page.status().code());
        json.put("approved", page.isApproved());
        json.put("tracker", page.tracker().stream().map(Articles::tracked).toList());
        json.put(
                "urgent",
                answer.urgent().stream()
                        .map(one ->
                                Map.of(
                                        "severity", one.severity(),
                                        "sign", one.sign(),
                                        "action", one.action()))
                        .toList());
        json.put(
                "premises",
                answer.premises().stream().map(Answer.FalsePremise::correction).toList());
        json.put("bottomLine", answer.bottomLine());
        json.put("sections", answer.sections());
        json.put("adultOrIndirect", answer.adultOrIndirect());
        json.put("conflicts", answer.conflicts());
        json.put("references", answer.references());
        json.put("boardStatements", page.board());
        json.put("claims", new TreeMap<>(page.numbers()));
        json.put("content", page.version().contentHash());
        json.put("evidence", page.version().content().evidence());
        return AnswerJson.canonical(json);
    }

    private static Map<String, String> tracked(Page.Tracked one) {
        Map<String, String> line = new TreeMap<>();
        line.put("step", one.step());
        if (one.on() != null) {
            line.put("on", one.on().toString());
        }
        if (one.duty() != null) {
            line.put("by", one.duty());
        }
        return line;
    }
}
