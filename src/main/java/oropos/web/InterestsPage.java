package oropos.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import oropos.people.Declaration;
import oropos.people.Interest;
import oropos.people.People;
import oropos.people.SignedIn;

/// Declaring interests, for a year or for the question of one article (`?question=...`).
///
/// The form has a row for each interest declared before and three empty ones; sending it with rows
/// filled gives room for more.
@Admits
@Controller
class InterestsPage {

    /// Empty rows of the form.
    private static final int EMPTY_ROWS = 3;

    private final People people;

    InterestsPage(People people) {
        this.people = people;
    }

    /// A row of the form, as it is or as it was typed.
    record Row(String kind, String with, String words, String topics, boolean relevant) {

        private static final Row EMPTY = new Row("", "", "", "", false);

        private static Row of(Interest interest) {
            return new Row(
                    interest.kind().name(),
                    interest.with(),
                    interest.words(),
                    String.join(", ", interest.topics()),
                    interest.relevant());
        }

        private boolean isEmpty() {
            return with.isBlank() && words.isBlank() && topics.isBlank();
        }

        private Interest interest() {
            Interest.Kind chosen =
                    Arrays.stream(Interest.Kind.values())
                            .filter(one -> one.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("Choose what the interest is."));
            return new Interest(
                    chosen,
                    with,
                    words,
                    Arrays.stream(topics.split(",")).filter(topic -> !topic.isBlank()).toList(),
                    relevant);
        }
    }

    private static int thisYear() {
        return LocalDate.now(ZoneOffset.UTC).getYear();
    }

    @GetMapping("/me/interests")
    String form(
            @RequestParam(name = "question", required = false) @Nullable String question,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "to", required = false) @Nullable String to,
            SignedIn who,
            Model model) {
        int about = year == null ? thisYear() : year;
        String wanted = question == null || question.isBlank() ? null : question;
        boolean yearFirst = wanted != null && declared(who, about, null).isEmpty();
        String asked = yearFirst ? null : wanted;
        Optional<Declaration> before = declared(who, about, asked);
        List<Row> rows = new ArrayList<>();
        before.ifPresent(one -> one.interests().forEach(interest -> rows.add(Row.of(interest))));
        model.addAttribute("then", yearFirst ? wanted : null);
        model.addAttribute("to", desk(to));
        return show(asked, about, rows, before.isPresent() && rows.isEmpty(), model);
    }

    private Optional<Declaration> declared(SignedIn who, int year, @Nullable String question) {
        return people.declarations(who.account().id()).stream()
                .filter(one -> one.year() == year && Objects.equals(one.question(), question))
                .findFirst();
    }

    /// The desk somebody came from, or null; no other place is gone to.
    private static @Nullable String desk(@Nullable String to) {
        return to != null && to.matches("/review/[a-z0-9-]+/[1-9][0-9]{0,4}") ? to : null;
    }

    private static String show(
            @Nullable String question, int year, List<Row> rows, boolean nothing, Model model) {
        List<Row> all = new ArrayList<>(rows);
        for (int i = 0; i < EMPTY_ROWS && all.size() < Declaration.MOST; i++) {
            all.add(Row.EMPTY);
        }
        model.addAttribute("rows", all);
        model.addAttribute("question", question);
        model.addAttribute("year", year);
        model.addAttribute("nothing", nothing);
        model.addAttribute("kinds", Interest.Kind.values());
        return "interests";
    }

    @PostMapping("/me/interests")
    String declare(
            @RequestParam(name = "question", required = false) @Nullable String question,
            @RequestParam("year") int year,
            @RequestParam(name = "nothing", defaultValue = "false") boolean nothing,
            @RequestParam(name = "then", required = false) @Nullable String then,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            HttpServletResponse response,
            Model model) {
        String asked = question == null || question.isBlank() ? null : question;
        List<Row> rows = new ArrayList<>();
        List<String> relevant = form.getOrDefault("relevant", List.of());
        int sent = form.getOrDefault("with", List.of()).size();
        for (int i = 0; i < Math.min(sent, Declaration.MOST); i++) {
            rows.add(
                    new Row(
                            at(form, "kind", i),
                            at(form, "with", i),
                            at(form, "words", i),
                            at(form, "topics", i),
                            relevant.contains(String.valueOf(i))));
        }
        rows.removeIf(Row::isEmpty);
        try {
            if (rows.isEmpty() != nothing) {
                throw new IllegalArgumentException(
                        rows.isEmpty()
                                ? "Fill in an interest, or say that there is nothing to declare."
                                : "There is something in the list: take it out or untick the box.");
            }
            if (year < thisYear() - 3 || year > thisYear()) {
                throw new IllegalArgumentException(
                        "Interests are declared for this year and the three before.");
            }
            people.declare(
                    who.account().id(), year, asked, rows.stream().map(Row::interest).toList());
            return "redirect:" + next(then, desk(to));
        } catch (IllegalArgumentException problem) {
            model.addAttribute("problem", problem.getMessage());
            model.addAttribute("then", then);
            model.addAttribute("to", desk(to));
            response.setStatus(422);
            return show(asked, year, rows, nothing, model);
        }
    }

    /// The question of the article after the year, then the desk.
    private static String next(@Nullable String then, @Nullable String to) {
        if (then == null || then.isBlank()) {
            return to == null ? "/me" : to;
        }
        UriComponentsBuilder next =
                UriComponentsBuilder.fromPath("/me/interests").queryParam("question", "{question}");
        if (to != null) {
            next.queryParam("to", "{to}");
        }
        return next.encode()
                .buildAndExpand(Map.of("question", then, "to", to == null ? "" : to))
                .toUriString();
    }

    private static String at(MultiValueMap<String, String> form, String field, int i) {
        List<String> values = form.getOrDefault(field, List.of());
        return i < values.size() ? values.get(i) : "";
    }
}
