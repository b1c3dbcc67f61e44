package oropos.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.question.FollowUp.Question;
import oropos.terminology.Sentences;
import oropos.terminology.Sex;
import oropos.terminology.Terminology;

/// What is carried over from the turns before into a question that does not say it itself: patient,
/// problems, treatments, and the story they were told in.
final class CarriedCase {

    /// "Over 80": of whom is not said.
    private static final Pattern BOUND =
            Pattern.compile(
                    "^(?:over|under|above|below|older|younger|at least|up to|from|between|aged?|\\d)\\b");

    private final Terminology terminology;
    private final Function<String, Said> reads;

    /// @param reads what a text says
    CarriedCase(Terminology terminology, Function<String, Said> reads) {
        this.terminology = terminology;
        this.reads = reads;
    }

    /// What is asked of a source of the answer, with the case carried over.
    FollowUp.OfReference ofReference(
            String last, String text, PointedAt at, Function<String, Said> reads) {
        String asked = text.substring(0, at.start()) + "it" + text.substring(at.end());
        Said then = reads.apply(last);
        FollowUp.Question question =
                joined(
                        last,
                        asked,
                        patient(then.patient(), reads.apply(asked).patient()),
                        then.findings().toList());
        return new FollowUp.OfReference(at.number(), question.text());
    }

    /// What is asked of a thing named some turns ago.
    Question ofNamed(
            Finding finding,
            List<String> before,
            List<Said> turns,
            int turn,
            String text,
            Said now,
            Said then) {
        boolean holds = then.findings().anyMatch(one -> one.id().equals(finding.id()));
        Said of = holds ? then : turns.get(turn);
        String story = holds ? before.getLast() : before.get(turn);
        List<Finding> kept = new ArrayList<>(of.problems());
        Set<String> taken = NamedBefore.taken(story, of, terminology);
        of.drugs().stream().filter(drug -> taken.contains(drug.id())).forEach(kept::add);
        if (of.drugs().stream().anyMatch(drug -> drug.id().equals(finding.id()))) {
            kept.addAll(of.procedures());
            kept.addAll(of.tests());
        }
        kept.removeIf(one -> one.id().equals(finding.id()));
        kept.add(finding);
        return joined(story, FollowUps.closed(text), patient(then.patient(), now.patient()), kept);
    }

    /// The words with the story told before and, in brackets, what the questions before were about.
    Question joined(String last, String text, List<String> patient, List<Finding> findings) {
        boolean mother =
                BABY.matcher(text).find()
                        && patient.stream().anyMatch(one -> NURSING.matcher(one).matches());
        String story = mother ? "" : story(last, text, patient, findings);
        Set<String> taken = taken(last, text, findings);
        String low = Corrections.in(last).main().toLowerCase(Locale.ROOT);
        findings =
                findings.stream()
                        .filter(one -> !(taken.contains(one.id()) && isAllergenAlone(one, low)))
                        .toList();
        if (!taken.isEmpty() && isOfAnother(last, text)) {
            findings = findings.stream().filter(one -> !taken.contains(one.id())).toList();
        }
        Said told = reads.apply((story + " " + text).strip());
        List<String> items = new ArrayList<>();
        for (String item : patient) {
            if (!isTold(item, told.patient())) {
                items.add(item);
            }
        }
        List<String> denied =
                story.isEmpty()
                        ? Corrections.in(last).supposedAway()
                        : Corrections.in(last).denied();
        denied.stream().filter(item -> !items.contains(item)).forEach(items::add);
        items.addAll(
                about(
                        taken,
                        findings.stream()
                                .filter(finding ->
                                        told.findings()
                                                .noneMatch(one -> one.id().equals(finding.id())))
                                .toList()));
        String whole =
                story.isEmpty()
                        ? text.strip()
                        : FollowUps.closed(story) + " " + capital(text.strip());
        List<String> carried = new ArrayList<>(patient);
        carried.addAll(about(taken, findings));
        denied.stream().filter(item -> !carried.contains(item)).forEach(carried::add);
        return items.isEmpty() && story.isEmpty() && carried.isEmpty()
                ? FollowUps.alone(text)
                : new Question(Corrections.carry(whole, items), carried, false);
    }

    /// The baby of who is pregnant or nurses is asked about, and is not the patient.
    private static final Pattern BABY =
            Pattern.compile(
                    "(?i)\\b(?:the|her|my|our) (?:unborn )?(?:baby|child|infant|newborn)\\b");

    private static final Pattern NURSING =
            Pattern.compile("(?:\\d+ weeks )?pregnant|breastfeeding");

    /// Ids of the drugs a text tells as taken.
    Set<String> taken(String last) {
        return NamedBefore.taken(last, reads.apply(last), terminology);
    }

    /// The drugs told as taken of what is carried, where something else is asked about beside them.
    private Set<String> taken(String last, String text, List<Finding> findings) {
        if (last.isEmpty()) {
            return Set.of();
        }
        Said before = reads.apply(last);
        Said now = reads.apply(text);
        Set<String> taken = NamedBefore.taken(last, before, terminology);
        boolean others =
                NamedInTurn.isUnknownThing(text, now)
                        || Stream.concat(
                                        now.treatments(),
                                        before.treatments().filter(findings::contains))
                                .anyMatch(one -> one.isSearched() && !taken.contains(one.id()));
        return others ? taken : Set.of();
    }

    /// "What would you do for a healthy man of 25?" after a question about a woman of 74: what she takes is not his.
    private boolean isOfAnother(String last, String text) {
        return !last.isEmpty()
                && isAnother(reads.apply(last).patient(), reads.apply(text).patient());
    }

    /// The sentences of the text before that told something, where all of them still hold.
    private String story(String last, String text, List<String> patient, List<Finding> findings) {
        String typed = Corrections.in(last).main().strip();
        String main = OfOthers.without(typed + " " + text).substring(0, typed.length());
        List<String> told = new ArrayList<>();
        for (var span : Sentences.of(main)) {
            String sentence = span.of(main).strip().replaceAll("(?<=[.,;!?]) {3,}[.,;]?", "");
            if (sentence.matches("(?s).*\\w.*")
                    && !sentence.endsWith("?")
                    && !TurnCue.OPENS.isIn(sentence)
                    && !ChangedFacts.isOfAnotherProblem(sentence)) {
                told.add(sentence);
            }
        }
        String story = String.join(" ", told);
        if (story.isEmpty()) {
            return "";
        }
        Said said = reads.apply(story);
        Set<String> kept = new LinkedHashSet<>();
        findings.forEach(finding -> kept.add(finding.id()));
        boolean allCarried = said.problems().stream().allMatch(one -> kept.contains(one.id()));
        boolean samePatient =
                patient(said.patient(), Patient.UNKNOWN).stream().allMatch(patient::contains);
        String low = story.toLowerCase(Locale.ROOT);
        boolean drugsCarried =
                said.drugs().stream()
                        .allMatch(one -> kept.contains(one.id()) || isAllergen(one, low));
        return allCarried && samePatient && drugsCarried ? story : "";
    }

    /// A sentence begins with it, so that the story before keeps its own end; "pH" and "mRNA" stay as they are.
    static String capital(String text) {
        boolean plain =
                text.split("\\s", 2)[0].equals(text.split("\\s", 2)[0].toLowerCase(Locale.ROOT));
        return text.isEmpty() || !plain
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// What somebody is allergic to is of the story, and no drug that was asked about.
    private static boolean isAllergen(Finding drug, String story) {
        return isSaid(
                drug,
                story,
                "\\b(?:allerg\\w+|intoleran\\w+|anaphyla\\w+|reacts?|reaction) (?:to )?[^.;?]{0,40}\\b%s");
    }

    /// "Allergic to penicillin, on warfarin": the second is taken.
    private static boolean isAllergenAlone(Finding drug, String story) {
        return isSaid(
                drug,
                story,
                "\\b(?:allerg\\w+|intolerant|anaphyla\\w+|reaction) (?:to )?(?:(?!\\b(?:on|takes?|taking|with|has|is|but|now)\\b)[^.;?,]){0,30}\\b%s\\b");
    }

    private static boolean isSaid(Finding drug, String story, String allergic) {
        String name = Pattern.quote(drug.words().toLowerCase(Locale.ROOT));
        return Pattern.compile(
                        allergic.formatted(name)
                                + "|\\b"
                                + name
                                + "[ -](?:allerg|intoleran|anaphyla)")
                .matcher(story)
                .find();
    }

    private static boolean isTold(String item, Patient patient) {
        return patient(patient, Patient.UNKNOWN).contains(item);
    }

    /// What is known of the patient and not said anew.
    static List<String> patient(Patient then, Patient now) {
        List<String> items = new ArrayList<>();
        if ((now.ages() == null || Boolean.TRUE.equals(then.pregnant()) && isABaby(now))
                && !isOfHerBaby(then)) {
            if (then.age() != null) {
                items.add("age " + then.age());
            } else if (then.ageWords() != null) {
                String words = then.ageWords().toLowerCase(Locale.ROOT);
                items.add((BOUND.matcher(words).find() ? "in people " : "in ") + words);
            }
        }
        Sex sex = then.sex();
        if (sex != null && now.sex() == null || sex != null && now.sex() == sex) {
            items.add("sex " + sex.name().toLowerCase(Locale.ROOT));
        }
        if (then.pregnant() != null && now.pregnant() == null && now.sex() != Sex.MALE) {
            String weeks = then.facts().get("gestation");
            items.add(
                    !then.pregnant()
                            ? "not pregnant"
                            : weeks == null ? "pregnant" : weeks + " pregnant");
        }
        if (then.lactating() != null && now.lactating() == null) {
            items.add(then.lactating() ? "breastfeeding" : "not breastfeeding");
        }
        if (isAnother(then, now)) {
            return items;
        }
        value("weight", then, now).ifPresent(weight -> items.add("weight " + weight));
        value("egfr", then, now)
                .ifPresent(rate -> items.add("eGFR " + rate.replaceFirst(" mL.*", "")));
        value("allergy", then, now).ifPresent(what -> items.add("allergic to " + what));
        return items;
    }

    /// What was measured of one goes to nobody of another age or sex.
    private static boolean isAnother(Patient then, Patient now) {
        boolean age =
                now.age() != null && then.ages() != null
                        ? !now.age().equals(then.age())
                        : now.ages() != null
                                && then.ages() != null
                                && !now.ages().equals(then.ages())
                                && !isABaby(now);
        return age || now.sex() != null && then.sex() != null && now.sex() != then.sex();
    }

    private static Optional<String> value(String key, Patient then, Patient now) {
        return Optional.ofNullable(then.facts().get(key))
                .filter(value -> !now.facts().containsKey(key));
    }

    /// Who nurses or is pregnant is no baby: the age is that of her child.
    private static boolean isOfHerBaby(Patient then) {
        boolean mother =
                Boolean.TRUE.equals(then.pregnant()) || Boolean.TRUE.equals(then.lactating());
        return mother && then.ages() != null && then.ages().oldest().inYears() < SMALL_CHILD_TO;
    }

    /// "Is it bad for the baby?" after a question of its mother: she is still the patient.
    private static boolean isABaby(Patient now) {
        return now.age() == null
                && now.ages() != null
                && now.ages().oldest().inYears() < SMALL_CHILD_TO
                && now.ageWords() != null
                && now.ageWords()
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "(?:the |her |my |our )?(?:unborn )?(?:baby|child|infant|newborn)");
    }

    /// "My baby is 6 weeks old": told of the child of who is pregnant or nurses.
    static boolean isOfHerBaby(String text, Patient then) {
        return isNursing(then) && BABY.matcher(text).find();
    }

    private static boolean isNursing(Patient then) {
        return Boolean.TRUE.equals(then.pregnant()) || Boolean.TRUE.equals(then.lactating());
    }

    private static final int SMALL_CHILD_TO = 8;

    static List<String> about(List<Finding> findings) {
        return about(Set.of(), findings);
    }

    /// @param taken ids of the drugs told as taken
    private static List<String> about(Set<String> taken, List<Finding> findings) {
        Set<String> words = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.isSearched()) {
                String levels = String.join(" and ", finding.levels());
                boolean named =
                        levels.isEmpty() || finding.words().contains(finding.levels().getFirst());
                words.add(
                        (taken.contains(finding.id()) ? "takes " : "about ")
                                + typed(finding)
                                + (named ? "" : " at " + levels));
            }
        }
        return List.copyOf(words);
    }

    /// A name that began a sentence is written small again: "about clindamycin".
    private static String typed(Finding finding) {
        String words = finding.words();
        boolean began =
                words.length() > 1
                        && words.equalsIgnoreCase(finding.name())
                        && words.substring(1).equals(words.substring(1).toLowerCase(Locale.ROOT));
        return began ? words.toLowerCase(Locale.ROOT) : words;
    }
}
