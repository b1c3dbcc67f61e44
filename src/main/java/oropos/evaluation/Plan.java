package oropos.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is measured.
///
/// @param data the data folder whose library is asked; it must hold one
/// @param vectors whether meaning is searched, where vectors are there
/// @param questions asked in this order
/// @param rounds how often the whole list is asked for each number of askers
/// @param askers how many ask at once, one measurement for each number
/// @param repeats how many answers are compared byte for byte with the first to the same question
/// @param encoded how many passages of the library are encoded to time the encoder; 0 for none
/// @param imports groups of files and folders, each group timed by itself
/// @param into the new folder that takes the imports; null for one that is removed at the end
public record Plan(
        Path data,
        boolean vectors,
        List<String> questions,
        int rounds,
        List<Integer> askers,
        int repeats,
        int encoded,
        List<List<Path>> imports,
        @Nullable Path into) {

    /// More threads than this measure the scheduler of the machine.
    public static final int MOST_ASKERS = 64;

    public Plan {
        questions = List.copyOf(questions);
        askers = List.copyOf(askers);
        imports = imports.stream().map(List::copyOf).toList();
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("there is no question to measure with");
        }
        atLeast("rounds", rounds, 1);
        atLeast("repeats", repeats, 0);
        atLeast("passages to encode", encoded, 0);
        for (int asking : askers) {
            if (asking < 1 || asking > MOST_ASKERS) {
                throw new IllegalArgumentException(
                        "askers at once are 1 to " + MOST_ASKERS + ", but were " + asking);
            }
        }
    }

    private static void atLeast(String what, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(
                    what + ": at least " + least + ", but was " + number);
        }
    }
}
