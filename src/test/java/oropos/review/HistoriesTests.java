package oropos.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oropos.people.Role;

/// Ten thousand random histories, each told a second time by this test from what happened alone: it
/// keeps its own books and never asks the version whether it is approved rightly.
class HistoriesTests {

    private static final int HISTORIES = 10_000;
    private static final int STEPS = 100;
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

    /// What this test remembers of a history.
    private static final class Books {
        final AtomicInteger withStatement;

        Books(AtomicInteger withStatement) {
            this.withStatement = withStatement;
        }

        final Set<String> authors = new HashSet<>();
        final Set<String> leavers = new HashSet<>();

        /// Who may no longer sign, from some step on; what they signed carries nothing.
        final Set<String> lost = new HashSet<>();

        final Map<String, List<Person>> signed = new HashMap<>();
        final Map<String, Map<Person, Boolean>> opinions = new HashMap<>();
        final Map<String, Boolean> settled = new HashMap<>();
        final Set<Person> judges = new HashSet<>();
        final Set<String> read = new HashSet<>();
        final Set<String> safety = new HashSet<>();

        /// Who signed a board statement, by its number; a statement nobody signed has an empty list.
        final Map<Integer, List<Person>> judged = new HashMap<>();
    }

    @Test
    void noPathLeadsToApprovedWithoutWhatThePromiseAsks() {
        Map<State, Integer> reached = new EnumMap<>(State.class);
        AtomicInteger withStatement = new AtomicInteger();
        for (int seed = 0; seed < HISTORIES; seed++) {
            walk(new Random(seed), reached, withStatement);
        }
        System.err.println(
                "histories: "
                        + HISTORIES
                        + ", reached "
                        + reached
                        + ", approved with a board statement "
                        + withStatement);
        assertThat(withStatement.get()).isGreaterThan(20);
        assertThat(reached.getOrDefault(State.APPROVED, 0)).isGreaterThan(300);
        assertThat(reached.getOrDefault(State.PUBLISHED, 0)).isGreaterThan(100);
        assertThat(reached.keySet())
                .contains(State.CHANGES_REQUESTED, State.WITHDRAWN, State.SUPERSEDED);
    }

    private static void walk(
            Random random, Map<State, Integer> reached, AtomicInteger withStatement) {
        List<Person> people = people(random);
        int[] words = {0};
        Content content = content(random, words);
        Person author = people.get(0);
        ArticleVersion version =
                ArticleVersion.draft(new Address("a"), 1, "bone", content, author.account());
        Books books = new Books(withStatement);
        books.authors.add(author.account());
        for (int i = 0; i < STEPS; i++) {
            Person person = people.get(random.nextInt(people.size()));
            Step step = step(random, version, words);
            long seen = random.nextInt(20) == 0 ? version.revision() - 1 : version.revision();
            Circumstances now =
                    new Circumstances(
                            START.plusSeconds(i * 60L),
                            "policy 1",
                            "interests 1",
                            random.nextBoolean() ? Set.of("f1", "f2") : Set.of(),
                            signers(books));
            if (random.nextInt(150) == 0) {
                books.lost.add(people.get(random.nextInt(people.size())).account());
            }
            switch (version.after(step, person, seen, now)) {
                case Moved.Refused refused ->
                        assertThat(refused.words()).isNotBlank().endsWith(".");
                case Moved.Done(ArticleVersion next) -> {
                    assertThat(seen).as("no update is lost").isEqualTo(version.revision());
                    assertThat(next.revision()).isEqualTo(version.revision() + 1);
                    keep(books, step, person, version, next);
                    if (next.state() != version.state()) {
                        reached.merge(next.state(), 1, Integer::sum);
                        if (next.state() == State.APPROVED) {
                            check(books, person, next);
                        }
                    }
                    if (next.isApprovedNow()) {
                        assertThat(books.safety).as("nothing unsafe is called approved").isEmpty();
                        assertThat(next.work().approval()).isNotNull();
                    }
                    version = next;
                }
            }
        }
    }

    private static void keep(
            Books books, Step step, Person person, ArticleVersion before, ArticleVersion after) {
        switch (step) {
            case Step.SignClaim(int claim, var confirming) -> {
                books.judges.add(person);
                books.signed
                        .computeIfAbsent(
                                before.claim(claim).orElseThrow().fingerprint(),
                                any -> new ArrayList<>())
                        .add(person);
            }
            case Step.ReadOriginal(int claim) -> {
                books.judges.add(person);
                books.read.add(before.claim(claim).orElseThrow().fingerprint());
                assertThat(before.content().sources()).isNotEmpty();
                assertThat(person.roles()).contains(Role.CLINICAL_REVIEWER);
            }
            case Step.SignTelling(String reader) -> {
                books.judges.add(person);
                books.signed
                        .computeIfAbsent(
                                String.valueOf(before.content().tellingsToSign().get(reader)),
                                any -> new ArrayList<>())
                        .add(person);
            }
            case Step.Rate rate -> {
                books.judges.add(person);
                books.signed.remove(before.claim(rate.claim()).orElseThrow().fingerprint());
            }
            case Step.Opine(boolean approve, String content, var why) -> {
                books.judges.add(person);
                books.opinions
                        .computeIfAbsent(content, any -> new HashMap<>())
                        .put(person, approve);
            }
            case Step.Settle(boolean approve, String content, var why) -> {
                books.judges.add(person);
                books.settled.clear();
                books.settled.put(content, approve);
            }
            case Step.Change change -> {
                books.settled.clear();
                if (change.reworded()) {
                    books.authors.add(person.account());
                } else {
                    books.leavers.add(person.account());
                }
                if (after.content().claims().stream()
                        .noneMatch(claim -> claim.works().contains("w1"))) {
                    books.safety.clear();
                }
            }
            case Step.Revise() -> books.authors.add(person.account());
            case Step.Raise(Flag flag) -> {
                if (flag.gravity() == Flag.Gravity.SAFETY) {
                    books.safety.add(flag.kind() + flag.about());
                }
            }
            case Step.Lower(var kind, String about, var how) -> books.safety.remove(kind + about);
            case Step.Judge judge -> {
                books.authors.add(person.account());
                books.judged.put(
                        after.work().boardStatements().getLast().number(), new ArrayList<>());
                assertThat(person.account()).isNotEqualTo(Person.PROGRAM);
            }
            case Step.SignJudgement(int number) -> {
                books.judges.add(person);
                books.judged.computeIfAbsent(number, any -> new ArrayList<>()).add(person);
            }
            case Step.DropJudgement(int number, var why) -> books.judged.remove(number);
            case Step.Submit() -> {}
            case Step.Take() -> {}
            case Step.Remark remark -> {}
            case Step.Return back -> {}
            case Step.Approve approve -> {}
            case Step.Publish publish -> {
                assertThat(before.isApprovedNow()).isTrue();
                assertThat(books.lost)
                        .doesNotContain(
                                java.util.Objects.requireNonNull(before.work().approval()).by());
            }
            case Step.Supersede supersede -> {}
            case Step.Withdraw withdraw -> {}
            case Step.Expire() -> assertThat(after.state()).isEqualTo(State.EXPIRED);
        }
    }

    /// Promise P8, clause by clause.
    private static void check(Books books, Person approver, ArticleVersion approved) {
        boolean risky =
                !approved.content().risks().isEmpty()
                        || !approved.work().boardStatements().isEmpty();
        assertThat(approved.work().boardStatements())
                .extracting(BoardStatement::number)
                .containsExactlyInAnyOrderElementsOf(books.judged.keySet());
        if (!books.judged.isEmpty()) {
            books.withStatement.incrementAndGet();
        }
        assertThat(approver.account()).isNotEqualTo(Person.PROGRAM);
        assertThat(approver.roles()).contains(Role.APPROVER);
        assertThat(approver.interest()).isNull();
        assertThat(books.authors).doesNotContain(approver.account());
        assertThat(books.judges).doesNotContain(approver);
        assertThat(books.leavers).doesNotContain(approver.account());
        if (approver.account().equals("rev0 again")) {
            assertThat(books.judges).extracting(Person::account).doesNotContain("rev0");
            assertThat(books.authors).doesNotContain("rev0");
        }
        assertThat(books.safety).isEmpty();
        if (risky) {
            assertThat(approver.clinician()).isTrue();
        }
        List<String> toSign = new ArrayList<>();
        approved.content().claims().forEach(claim -> toSign.add(claim.fingerprint()));
        toSign.addAll(approved.content().tellings().values());
        if (!approved.content().sources().isEmpty()
                && approved.claim(1).orElseThrow().works().contains("w1")) {
            assertThat(books.read)
                    .as("somebody opened the original")
                    .contains(approved.claim(1).orElseThrow().fingerprint());
        }
        for (String one : toSign) {
            List<Person> signers = books.signed.getOrDefault(one, List.of());
            assertThat(signers).as(one).isNotEmpty();
            Person last = signers.getLast();
            assertThat(last.account())
                    .isNotEqualTo(Person.PROGRAM)
                    .isNotEqualTo(approver.account());
            assertThat(books.authors).doesNotContain(last.account());
            assertThat(books.lost).doesNotContain(last.account());
            assertThat(last.interest()).isNull();
            if (risky && one.startsWith("f")) {
                assertThat(last.clinician()).isTrue();
            }
        }
        books.judged.forEach((number, signers) ->
                assertThat(
                                signers.stream()
                                        .filter(one ->
                                                one.clinician()
                                                        && one.interest() == null
                                                        && !one.account().equals(Person.PROGRAM)
                                                        && !one.equals(approver)
                                                        && !books.authors.contains(one.account()))
                                        .distinct())
                        .as("two clinicians signed board statement %d", number)
                        .hasSizeGreaterThanOrEqualTo(2));
        Map<Person, Boolean> opinions =
                books.opinions.getOrDefault(approved.contentHash(), Map.of());
        assertThat(opinions.values()).contains(true);
        opinions.keySet()
                .forEach(reviewer -> {
                    assertThat(reviewer.roles()).contains(Role.CLINICAL_REVIEWER);
                    assertThat(reviewer.interest()).isNull();
                    assertThat(reviewer.clinician() || !risky).isTrue();
                });
        assertThat(opinions.entrySet().stream().filter(Map.Entry::getValue))
                .as("a reviewer who is no author said so of exactly this")
                .anyMatch(one ->
                        !books.authors.contains(one.getKey().account())
                                && (opinions.containsValue(false)
                                        || !books.lost.contains(one.getKey().account())));
        if (opinions.containsValue(false)) {
            assertThat(books.settled).containsEntry(approved.contentHash(), true);
            assertThat(approved.minority()).isNotEmpty();
        }
    }

    private static Signers signers(Books books) {
        return new Signers() {
            @Override
            public java.util.Optional<String> against(String account, Role... any) {
                return books.lost.contains(account)
                        ? java.util.Optional.of(account + " may no longer.")
                        : java.util.Optional.empty();
            }

            @Override
            public boolean clinician(String account) {
                return !books.lost.contains(account);
            }

            @Override
            public Set<String> same(String account) {
                return account.startsWith("rev0") ? Set.of("rev0", "rev0 again") : Set.of(account);
            }
        };
    }

    private static List<Person> people(Random random) {
        List<Person> people = new ArrayList<>();
        people.add(new Person("author", Set.of(Role.AUTHOR), random.nextBoolean(), null));
        for (int i = 0; i < 2; i++) {
            people.add(new Person("rev" + i, Set.of(Role.CLINICAL_REVIEWER), true, null));
        }
        people.add(new Person("approver", Set.of(Role.APPROVER), true, null));
        people.add(
                new Person(
                        "all",
                        Set.of(Role.values()),
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? "Declared for 2026: shares in X." : null));
        people.add(new Person("chair", Set.of(Role.CHAIR, Role.PUBLISHER), true, null));
        people.add(new Person("lay", Set.of(Role.LAY_REVIEWER, Role.EVIDENCE_EDITOR), false, null));
        people.add(
                new Person(
                        "rev0 again",
                        Set.of(Role.APPROVER, Role.AUTHOR),
                        true,
                        null,
                        null,
                        Set.of("rev0")));
        people.add(new Person(Person.PROGRAM, Set.of(Role.values()), true, null));
        return people;
    }

    private static Content content(Random random, int[] words) {
        words[0]++;
        List<NumberedClaim> claims =
                IntStream.rangeClosed(1, 1 + random.nextInt(2))
                        .mapToObj(n ->
                                new NumberedClaim(
                                        n,
                                        "s" + n,
                                        "f" + n + (random.nextInt(3) == 0 ? "." + words[0] : ""),
                                        n == 1,
                                        List.of(n == 1 && random.nextInt(4) == 0 ? "v" : "w" + n)))
                        .toList();
        return new Content(
                "words" + words[0],
                "evidence" + random.nextInt(2),
                "rules",
                random.nextBoolean() ? Set.of(Risk.CHILD) : Set.of(),
                claims,
                random.nextInt(5) > 0
                        ? List.of()
                        : List.of(
                                new CitedSource(
                                        "w1",
                                        "s:1",
                                        "A page",
                                        "current",
                                        1,
                                        true,
                                        2020,
                                        "summaryOfSecondary")),
                random.nextBoolean()
                        ? Map.of("professional", "t" + words[0])
                        : Map.of(
                                "professional",
                                "t" + words[0],
                                "carer",
                                "lay" + words[0],
                                "patient",
                                "lay" + words[0]));
    }

    private static Step step(Random random, ArticleVersion version, int[] words) {
        String content = random.nextInt(15) == 0 ? "other" : version.contentHash();
        String evidence = random.nextInt(15) == 0 ? "other" : version.content().evidence();
        int claim = 1 + random.nextInt(version.content().claims().size());
        return switch (version.state()) {
            case DRAFT ->
                    random.nextInt(6) == 0
                            ? new Step.Judge("The board thinks so.")
                            : pick(
                                    random,
                                    new Step.Submit(),
                                    wild(random, version, words, claim, content));
            case SUBMITTED ->
                    pick(random, new Step.Take(), wild(random, version, words, claim, content));
            case CHANGES_REQUESTED ->
                    pick(random, new Step.Revise(), wild(random, version, words, claim, content));
            case APPROVED ->
                    pick(
                            random,
                            new Step.Publish(LocalDate.of(2027, 11, 28)),
                            wild(random, version, words, claim, content));
            case UNDER_REVIEW ->
                    switch (random.nextInt(12)) {
                        case 0 -> new Step.SignClaim(claim, random.nextInt(4) == 0);
                        case 1 ->
                                random.nextBoolean() && !version.content().sources().isEmpty()
                                        ? new Step.ReadOriginal(claim)
                                        : new Step.SignClaim(claim, random.nextInt(4) == 0);
                        case 2, 3 ->
                                new Step.SignTelling(
                                        random.nextBoolean() ? "professional" : "carer");
                        case 4 -> new Step.Opine(random.nextInt(5) > 0, content, "so I think");
                        case 5 -> new Step.Settle(random.nextInt(3) > 0, content, "so it is");
                        case 6 -> new Step.Approve(content, evidence);
                        case 8, 9, 10 ->
                                version.work().boardStatements().isEmpty()
                                        ? new Step.SignClaim(claim, false)
                                        : new Step.SignJudgement(
                                                1
                                                        + random.nextInt(
                                                                Math.max(
                                                                        1,
                                                                        version.work()
                                                                                .boardStatements()
                                                                                .size())));
                        default -> wild(random, version, words, claim, content);
                    };
            case PUBLISHED, SUPERSEDED, WITHDRAWN, EXPIRED ->
                    wild(random, version, words, claim, content);
        };
    }

    private static Step pick(Random random, Step likely, Step other) {
        return random.nextInt(3) > 0 ? likely : other;
    }

    private static Step wild(
            Random random, ArticleVersion version, int[] words, int claim, String content) {
        Flag.Gravity gravity = Flag.Gravity.values()[random.nextInt(3)];
        return switch (random.nextInt(20)) {
            case 16 -> new Step.Judge("The board thinks otherwise.");
            case 17 -> new Step.DropJudgement(1 + random.nextInt(2), "not needed");
            case 18 -> new Step.SignJudgement(1 + random.nextInt(2));
            case 0 -> new Step.Submit();
            case 1 -> new Step.Take();
            case 2 -> new Step.Change(content(random, words), "other words", random.nextBoolean());
            case 3 -> new Step.Rate(claim, "low", null, "few people");
            case 4 -> new Step.Return("not yet");
            case 5 -> new Step.Revise();
            case 6 -> new Step.Approve(content, version.content().evidence());
            case 7 -> new Step.Publish(LocalDate.of(2027, 11, 28));
            case 8 -> new Step.Supersede(2);
            case 9 -> new Step.Withdraw("an error");
            case 10 -> new Step.Expire();
            case 11 ->
                    new Step.Raise(
                            new Flag(
                                    Flag.Kind.SOURCE_RETRACTED,
                                    gravity,
                                    "w1",
                                    "The source was retracted.",
                                    LocalDate.of(2026, 11, 28),
                                    null,
                                    null,
                                    null));
            case 12 -> new Step.Lower(Flag.Kind.SOURCE_RETRACTED, "w1", "looked at");
            case 13 -> new Step.Remark(claim, "why so?");
            case 14 -> new Step.Opine(true, content, "good");
            default -> new Step.SignClaim(claim, false);
        };
    }
}
