package oropos.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import oropos.terminology.Doses;

/// The order in which patients and carers read: what to do first, when to go now, what comes next.
///
/// It moves statements and drops none; each section of a clinician's plan has one place here.
///
/// @param readers codes of the readers it is for
/// @param frame what stands before an action
/// @param nothing what an empty section says
record ReaderPlan(
        int version, List<String> readers, String frame, String nothing, List<Part> parts) {

    /// One section.
    ///
    /// @param takes keys of the sections of a clinician's plan
    record Part(String key, String heading, Set<String> takes) {}

    private static final String RESOURCE = "/answer/reader-plan.yaml";

    private static final class Shipped {
        static final ReaderPlan ONLY = load();
    }

    ReaderPlan {
        readers = List.copyOf(readers);
        parts = List.copyOf(parts);
        for (String key : SectionPlan.KEYS) {
            long places = parts.stream().filter(part -> part.takes().contains(key)).count();
            if (places != 1) {
                throw new IllegalArgumentException(
                        RESOURCE + ": \"" + key + "\" needs one place, but has " + places);
            }
        }
    }

    static ReaderPlan shipped() {
        return Shipped.ONLY;
    }

    /// The sections of an answer in this order.
    List<ReaderSection> sections(Answer answer) {
        List<ReaderSection> sections = new ArrayList<>();
        for (Part part : parts) {
            List<Answer.Statement> open = new ArrayList<>();
            List<Answer.Statement> folded = new ArrayList<>();
            for (Answer.UrgentSign sign : answer.urgent()) {
                // How often a sign has a cause behind it is no reason to go by: "go now if" holds
                // acts alone.
                place(
                        sign.statements().stream()
                                .filter(one -> (acts(one) ? "go" : "tonight").equals(part.key()))
                                .toList(),
                        open,
                        folded);
            }
            List<String> notFound = new ArrayList<>();
            boolean doubts = part.key().equals(UNKNOWN);
            for (Answer.Section section : answer.sections()) {
                boolean evidence = section.key().equals(EVIDENCE);
                if (part.takes().contains(section.key()) || doubts && evidence) {
                    place(
                            section.statements().stream()
                                    .filter(one -> !evidence || isDoubt(one) == doubts)
                                    .toList(),
                            open,
                            folded);
                    if (section.notFound() != null && !doubts) {
                        notFound.add(section.notFound());
                    }
                }
            }
            if (open.isEmpty() && folded.isEmpty() && notFound.isEmpty()) {
                notFound.add(nothing);
            }
            sections.add(
                    new ReaderSection(
                            part.key(), part.heading(), open, folded, inOneLine(notFound)));
        }
        return sections;
    }

    /// What several sections looked for in vain, in one line where nothing else is said of it.
    private static List<String> inOneLine(List<String> notFound) {
        List<String> lines = new ArrayList<>();
        String looked = "";
        for (String words : notFound) {
            boolean plain = words.startsWith(SectionPlan.NOT_FOUND) && words.indexOf(". ") < 0;
            String what =
                    plain
                            ? words.substring(SectionPlan.NOT_FOUND.length(), words.length() - 1)
                            : "";
            if (plain) {
                looked += (looked.isEmpty() ? SectionPlan.NOT_FOUND : "; ") + what;
            } else {
                lines.add(words);
            }
        }
        if (!looked.isEmpty()) {
            lines.addFirst(looked + ".");
        }
        return lines;
    }

    private static final String EVIDENCE = "evidence";
    private static final String UNKNOWN = "unknown";

    /// Says that something is not known; all else that was found is known to somebody.
    private static final Pattern DOUBT =
            Pattern.compile(
                    "(?i)\\b(?:insufficient|inconclusive|inadequate|unclear|uncertain\\w*|unknown|not (?:yet |well |fully |exactly )?(?:known|understood|clear|established|studied)"
                            + "|too (?:few|little|thin)|controversial|remains? (?:unproven|to be)|no (?:studies|trials|evidence|data)|(?:evidence|data) (?:is|are) (?:limited|lacking|scarce|scant)|limited evidence|lack of (?:evidence|data|studies|trials))\\b");

    static boolean isDoubt(Answer.Statement statement) {
        return DOUBT.matcher(statement.text()).find();
    }

    private static final Pattern ACTS =
            Pattern.compile(
                    "(?i)\\b(?:refer\\w*|urgent\\w*|emergenc\\w*|immediate\\w*|same[- ]day|at once|hospital|admi(?:t|ssion)\\w*|call\\w*|seek|prompt\\w*|without delay)\\b");

    static boolean acts(Answer.Statement statement) {
        return ACTS.matcher(statement.text()).find();
    }

    private static void place(
            List<Answer.Statement> statements,
            List<Answer.Statement> open,
            List<Answer.Statement> folded) {
        for (Answer.Statement one : statements) {
            if (!open.contains(one) && !folded.contains(one)) {
                (isForProfessionals(one) ? folded : open).add(one);
            }
        }
    }

    /// An amount of a drug stands as it was written, under "for professionals".
    static boolean isForProfessionals(Answer.Statement statement) {
        return !Doses.in(statement.text()).isEmpty();
    }

    /// Every statement of an answer once, in the order it is read: urgent signs, bottom line, sections,
    /// disagreements, evidence from others.
    List<Answer.Statement> order(Answer answer) {
        Map<String, Answer.Statement> order = new LinkedHashMap<>();
        List<Answer.Statement> all = new ArrayList<>();
        answer.urgent().forEach(sign -> all.addAll(sign.statements()));
        var line = answer.bottomLine();
        all.addAll(line.lead());
        line.branches().forEach(branch -> all.addAll(branch.statements()));
        all.addAll(line.card().benefit());
        all.addAll(line.card().harm());
        all.addAll(line.card().decides());
        for (ReaderSection section : sections(answer)) {
            all.addAll(section.statements());
            all.addAll(section.forProfessionals());
        }
        answer.sections().forEach(section -> all.addAll(section.statements()));
        all.addAll(answer.adultOrIndirect());
        answer.conflicts()
                .forEach(conflict ->
                        conflict.sides().forEach(side -> all.addAll(side.statements())));
        all.forEach(statement -> order.putIfAbsent(statement.id(), statement));
        return List.copyOf(order.values());
    }

    private static ReaderPlan load() {
        try (InputStream file = ReaderPlan.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            Map<String, Object> top = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            List<Part> parts = new ArrayList<>();
            for (Object entry : list(top, "sections")) {
                Map<?, ?> section = (Map<?, ?>) entry;
                parts.add(
                        new Part(
                                text(section, "key"),
                                text(section, "heading"),
                                new TreeSet<>(texts(section, "takes"))));
            }
            return new ReaderPlan(
                    (Integer) top.getOrDefault("version", 0),
                    texts(top, "readers"),
                    text(top, "frame"),
                    text(top, "nothing"),
                    parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(String::valueOf).toList();
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (!(map.get(key) instanceof List<?> list)) {
            throw new IllegalArgumentException(RESOURCE + " has no list \"" + key + "\": " + map);
        }
        return list;
    }

    private static String text(Map<?, ?> map, String key) {
        if (!(map.get(key) instanceof String text)) {
            throw new IllegalArgumentException(RESOURCE + " lacks \"" + key + "\": " + map);
        }
        return text;
    }
}
