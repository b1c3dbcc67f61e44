package oropos.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oropos.terminology.Age;

/// What was told as taken and is not taken by whom the turn asks for: never taken at all, or taken by the first one.
final class NotTaken {

    private static final Pattern NEVER =
            Pattern.compile(
                    "(?i)^(?:(?:sorry|actually|no|oops|wait)[,.:;]? *)*(?:he|she|they|i) (?:never|didn['\u2019]t|did not|does not|doesn['\u2019]t|don['\u2019]t) (?:take|took|takes|had|have|use|used) ([\\p{L} -]{3,30}), (?:it['\u2019]?s|it is|it was|but|(?:he|she|they|i) takes?) (?:actually |really )?([\\p{L} -]{3,30})\\W*$");

    /// "She never took tamoxifen, it's letrozole": one drug taken for another.
    static List<String> byAMistake(String text, Said now, Said then) {
        Matcher never = NEVER.matcher(text);
        if (!never.find() || now.drugs().size() != 2) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (Finding drug : now.drugs()) {
            boolean old = then.drugs().stream().anyMatch(one -> one.id().equals(drug.id()));
            if (old && never.group(1).contains(drug.words())) {
                items.add("not about " + drug.words());
            } else if (never.group(2).contains(drug.words())) {
                items.add("takes " + drug.words());
            }
        }
        return items.size() == 2 ? items : List.of();
    }

    private NotTaken() {}

    /// What the first one takes, where "a man of 40" is somebody else than a woman of 30.
    static List<String> ofTheFirst(List<String> people, Said then, Set<String> taken) {
        Age age = then.patient().age();
        boolean sex =
                people.stream().anyMatch(item -> item.startsWith("sex ") && !item.endsWith("told"));
        boolean other =
                sex && then.patient().sex() != null
                        || age != null
                                && sex
                                && people.stream()
                                        .anyMatch(item ->
                                                item.startsWith("age ")
                                                        && !item.equals("age " + age));
        boolean more = then.drugs().stream().anyMatch(drug -> !taken.contains(drug.id()));
        return other && more
                ? then.drugs().stream()
                        .filter(drug -> taken.contains(drug.id()))
                        .map(drug -> "not about " + drug.words())
                        .toList()
                : List.of();
    }
}
