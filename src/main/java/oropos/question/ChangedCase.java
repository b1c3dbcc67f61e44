package oropos.question;

import java.util.ArrayList;
import java.util.List;

/// What a turn changes of the case told before: as corrections of the question, and in words for whoever
/// reads the answer.
///
/// @param items corrections
/// @param away what of them takes something away
record ChangedCase(List<String> items, TakenAway.Away away) {

    private static final String LACKS = "does not have ";

    ChangedCase {
        items = List.copyOf(items);
    }

    static ChangedCase of(List<String> facts, TakenAway.Away away) {
        List<String> items = new ArrayList<>(facts);
        items.removeIf(item ->
                away.denied().stream()
                        .anyMatch(one -> item.equals(LACKS + one) || item.equals("has " + one)));
        items.addAll(away.items());
        return new ChangedCase(items, away);
    }

    /// What is told of it: what takes the place of what, and what nobody had told before.
    List<String> told(Said then) {
        List<String> told = new ArrayList<>();
        for (String item : items) {
            if (!away.items().contains(item) && !isToldAsReplacing(item)) {
                told.add(words(item, then));
            }
        }
        told.addAll(away.told());
        return told;
    }

    /// Whether a value is told as standing in the place of another: once is enough.
    private boolean isToldAsReplacing(String item) {
        String replaced = TakenAway.IN_PLACE + item.split(" ")[0] + " ";
        return away.told().stream().anyMatch(one -> one.contains(replaced));
    }

    private static String words(String item, Said then) {
        if (item.startsWith(LACKS)) {
            String problem = item.substring(LACKS.length());
            boolean told =
                    then.problems().stream().anyMatch(one -> one.words().equalsIgnoreCase(problem));
            return told
                    ? TakenAway.LEFT_OUT + problem
                    : "no " + problem + ": nobody had told of it";
        }
        boolean untold =
                item.equals("not pregnant") && !Boolean.TRUE.equals(then.patient().pregnant())
                        || item.equals("not breastfeeding")
                                && !Boolean.TRUE.equals(then.patient().lactating());
        return untold ? item + ": nobody had told otherwise" : item;
    }
}
