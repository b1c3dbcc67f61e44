package oropos.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oropos.terminology.Mention.Assertion;

/// What a text says of what it names: there, denied, possible, past, or somebody else's.
///
/// The ConText algorithm (Harkema et al., J Biomed Inform 2009;42(5):839-851): a cue reaches
/// forwards or backwards through its sentence until a word that closes it ("but"), a semicolon,
/// a comma after which something else begins, or its number of words. What is feared, prevented or
/// looked for ("risk of", "to prevent", "screened for") is POSSIBLE: it is not there, and the
/// question is still about it.
///
/// A relative makes a finding FAMILY, with one exception: "my mother has osteoporosis" is how a
/// carer asks about a patient, unless the same text asks about "me".
final class Assertions {

    private static final Set<String> SAYS =
            Set.of(
                    "NEGATED",
                    "POSSIBLE",
                    "PAST",
                    "FAMILY",
                    "NONE",
                    "END",
                    "OPENS",
                    "ASKED",
                    "SELF");
    private static final Cues<Cue> CUES = cues();

    /// What a cue says, where what it speaks of stands, and how many words it reaches.
    private record Cue(String says, String side, int reach) {}

    private final Plain plain;
    private final List<Token> tokens;
    private final boolean[] named;

    /// What is said of each token, a bit for each assertion.
    private final byte[] said;

    /// Reads the cues of a text.
    ///
    /// @param named which tokens belong to what is named: no cue is looked for among them
    Assertions(String text, Plain plain, List<Token> tokens, boolean[] named) {
        this.plain = plain;
        this.tokens = tokens;
        this.named = named;
        this.said = new byte[tokens.size()];
        List<Cues.Found<Cue>> found =
                CUES.in(plain, tokens).stream().filter(cue -> !isNamed(cue)).toList();
        if (found.isEmpty()) {
            return;
        }
        boolean asksForSelf = found.stream().anyMatch(cue -> cue.meaning().says().equals("SELF"));
        int next = 0;
        int token = 0;
        for (Span sentence : Sentences.of(text)) {
            int first = token;
            while (token < tokens.size() && written(token).start() < sentence.end()) {
                token++;
            }
            List<Cues.Found<Cue>> here = new ArrayList<>();
            while (next < found.size() && found.get(next).firstToken() < token) {
                here.add(found.get(next++));
            }
            reach(here, first, token, asksForSelf);
        }
    }

    private boolean isNamed(Cues.Found<Cue> cue) {
        for (int i = cue.firstToken(); i < cue.pastToken(); i++) {
            if (named[i]) {
                return true;
            }
        }
        return false;
    }

    private Span written(int token) {
        return plain.span(tokens.get(token).start(), tokens.get(token).end());
    }

    private void reach(List<Cues.Found<Cue>> cues, int first, int past, boolean asksForSelf) {
        for (int i = 0; i < cues.size(); i++) {
            Cues.Found<Cue> cue = cues.get(i);
            Assertion says = says(cue.meaning(), asksForSelf);
            if (says == null) {
                continue;
            }
            int limit = cue.meaning().reach();
            if (!cue.meaning().side().equals("before")) {
                int end = Math.min(past, cue.pastToken() + limit);
                say(says, cue.pastToken(), closeAfter(cues, i, end));
            }
            if (!cue.meaning().side().equals("after")) {
                int start = Math.max(first, cue.firstToken() - limit);
                say(says, closeBefore(cues, i, start), cue.firstToken());
            }
        }
    }

    private void say(Assertion says, int from, int past) {
        for (int t = from; t < past; t++) {
            said[t] |= (byte) (1 << says.ordinal());
        }
    }

    private static @Nullable Assertion says(Cue cue, boolean asksForSelf) {
        return switch (cue.says()) {
            case "NEGATED" -> Assertion.NEGATED;
            case "POSSIBLE" -> Assertion.POSSIBLE;
            case "PAST" -> Assertion.PAST;
            case "FAMILY" -> Assertion.FAMILY;
            case "ASKED" -> asksForSelf ? Assertion.FAMILY : null;
            default -> null;
        };
    }

    private int closeAfter(List<Cues.Found<Cue>> cues, int i, int limit) {
        int end = limit;
        for (int k = i + 1; k < cues.size() && cues.get(k).firstToken() < end; k++) {
            if (cues.get(k).meaning().says().equals("END")) {
                end = cues.get(k).firstToken();
            }
        }
        int depth = 0;
        for (int t = cues.get(i).pastToken(); t < end; t++) {
            depth += brackets(t - 1, t);
            if (depth < 0 || isClosed(t - 1, t)) {
                return t;
            }
            if (stands(',', t - 1, t) && beginsAnother(cues, i, t, end)) {
                return t;
            }
        }
        return end;
    }

    /// Words that deny all that is listed after them, whatever is listed.
    private static final Set<String> DENY = Set.of("deny", "denies", "denied", "denying");

    /// Whether something else begins after a comma: "no pain, possible pneumonia, mother had cancer".
    /// A list that is closed by ", or" goes on.
    private boolean beginsAnother(List<Cues.Found<Cue>> cues, int i, int at, int end) {
        Cues.Found<Cue> cue = cues.get(i);
        boolean denies = cue.meaning().says().equals("NEGATED");
        if (denies && goesOn(at, end)) {
            return false;
        }
        boolean bareNot = tokens.get(cue.pastToken() - 1).word().equals("not");
        if (bareNot) {
            return true;
        }
        if (denies && !isDeny(cue) && (isNewAfterOne(cue, at) || isSaidOfAll(cue, at, end))) {
            return true;
        }
        for (Cues.Found<Cue> other : cues.subList(i + 1, cues.size())) {
            if (other.firstToken() == at) {
                return switch (other.meaning().says()) {
                    case "OPENS" -> true;
                    case "POSSIBLE" -> !other.meaning().side().equals("before") && !isDeny(cue);
                    case "PAST" ->
                            denies && !other.meaning().side().equals("before") && !isDeny(cue);
                    case "FAMILY", "ASKED" ->
                            denies && !(isDeny(cue) && tokens.get(at).word().equals("family"));
                    default -> false;
                };
            }
        }
        return false;
    }

    /// Whether ", and" stands after one thing only: "no fever, and osteoporosis" tells of osteoporosis;
    /// "no fever, cough, and rash" is a list of three that are not there.
    private boolean isNewAfterOne(Cues.Found<Cue> cue, int at) {
        if (!tokens.get(at).word().equals("and")) {
            return false;
        }
        for (int t = cue.pastToken() + 1; t < at; t++) {
            if (stands(',', t - 1, t)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDeny(Cues.Found<Cue> cue) {
        return DENY.contains(tokens.get(cue.firstToken()).word());
    }

    /// Whether ", or" or ", nor" closes the list that stands here.
    private boolean goesOn(int from, int end) {
        for (int t = from; t < end; t++) {
            String word = tokens.get(t).word();
            if ((word.equals("or") || word.equals("nor")) && stands(',', t - 1, t)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(char sign, int before, int after) {
        for (int at = tokens.get(before).end(); at < tokens.get(after).start(); at++) {
            if (plain.text().charAt(at) == sign) {
                return true;
            }
        }
        return false;
    }

    private int closeBefore(List<Cues.Found<Cue>> cues, int i, int limit) {
        int start = limit;
        for (int k = i - 1; k >= 0 && cues.get(k).pastToken() > start; k--) {
            if (cues.get(k).meaning().says().equals("END")) {
                start = cues.get(k).pastToken();
            }
        }
        int depth = 0;
        for (int t = cues.get(i).firstToken(); t > start; t--) {
            depth += brackets(t - 1, t);
            if (depth > 0 || isClosed(t - 1, t)) {
                return t;
            }
            if (t < cues.get(i).firstToken()
                    && isBareNegative(cues.get(i))
                    && stands(',', t - 1, t)) {
                return t;
            }
        }
        return start;
    }

    private static final Set<String> OF_ALL =
            Set.of(
                    "allergies",
                    "allergy",
                    "meds",
                    "medications",
                    "medicines",
                    "pmh",
                    "insurance",
                    "children",
                    "kids",
                    "comorbidities",
                    "comorbidity");

    /// "No allergies, hypertension": what is denied of everybody's whole history begins no list of findings.
    private boolean isSaidOfAll(Cues.Found<Cue> cue, int at, int end) {
        return at - cue.pastToken() <= 3
                && OF_ALL.contains(tokens.get(at - 1).word())
                && tokens.subList(at, end).stream()
                        .noneMatch(
                                token -> token.word().equals("or") || token.word().equals("nor"));
    }

    /// "Breast cancer, HER2 negative": one test is, and not what stands before the comma.
    private boolean isBareNegative(Cues.Found<Cue> cue) {
        return cue.pastToken() - cue.firstToken() == 1
                && tokens.get(cue.firstToken()).word().equals("negative");
    }

    /// Whether a semicolon, a colon, a question or an empty line parts two tokens.
    private boolean isClosed(int before, int after) {
        String text = plain.text();
        int breaks = 0;
        for (int i = tokens.get(before).end(); i < tokens.get(after).start(); i++) {
            char c = text.charAt(i);
            breaks += c == '\n' ? 1 : 0;
            if (c == ';' || c == ':' || c == '?' || c == '!' || breaks > 1) {
                return true;
            }
        }
        return false;
    }

    /// How far brackets open (more than 0) or close (less) between two tokens.
    private int brackets(int before, int after) {
        String text = plain.text();
        int depth = 0;
        for (int i = tokens.get(before).end(); i < tokens.get(after).start(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : 0;
            depth -= c == ')' || c == ']' ? 1 : 0;
        }
        return depth;
    }

    /// What is said of the tokens `first` to `last`. Where cues disagree, what keeps a finding
    /// from being taken as the patient's own and present weighs more.
    Assertion of(int first, int last) {
        for (Assertion says : List.of(Assertion.NEGATED, Assertion.FAMILY, Assertion.PAST)) {
            if (isSaid(says, first, last)) {
                return says;
            }
        }
        return isSaid(Assertion.POSSIBLE, first, last) || isQueried(first)
                ? Assertion.POSSIBLE
                : Assertion.PRESENT;
    }

    private boolean isSaid(Assertion says, int first, int last) {
        return (said[first] & said[last] & 1 << says.ordinal()) != 0;
    }

    /// A question mark right before the words: "?leukaemia", "? fracture".
    private boolean isQueried(int first) {
        String text = plain.text();
        int i = tokens.get(first).start() - 1;
        if (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        boolean mark = i >= 0 && text.charAt(i) == '?';
        return mark && (i == 0 || " (,;:".indexOf(text.charAt(i - 1)) >= 0);
    }

    private static Cues<Cue> cues() {
        Cues<Cue> cues = new Cues<>();
        for (Tables.Row row :
                Tables.read(
                        "/terminology/assertions.tsv",
                        "phrase",
                        "says",
                        "side",
                        "reach",
                        "source")) {
            String says = row.cell(1).toUpperCase(Locale.ROOT);
            if (!SAYS.contains(says)) {
                throw row.wrong("says is one of " + SAYS.stream().sorted().toList());
            }
            if (!List.of("after", "before", "both", "-").contains(row.cell(2))) {
                throw row.wrong("side is after, before, both or -");
            }
            int reach = row.cell(3).isEmpty() ? 10 : Integer.parseInt(row.cell(3));
            cues.add(row.cell(0), new Cue(says, row.cell(2), reach));
        }
        return cues;
    }
}
