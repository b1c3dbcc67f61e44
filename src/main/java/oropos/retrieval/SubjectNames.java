package oropos.retrieval;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oropos.library.Passage;
import oropos.library.Passage.Role;
import oropos.library.Version;
import oropos.retrieval.lucene.Pair;
import oropos.retrieval.lucene.Stems;
import oropos.terminology.Concept;
import oropos.terminology.Mention;
import oropos.terminology.Terminology;

/// Names what a pair of question and answer is about, so that the same name in a question meets it
/// whole.
///
/// A name is its stems in alphabetical order: "leukaemia, acute myeloid" is "acute myeloid leukaemia".
/// What is only the head of a name ("thrush" of "Thrush in newborns", "Wilson" of "Wilson disease")
/// is marked with [#PART], because it is meant less surely.
final class SubjectNames {

    /// Stands before a name that is only the head of a longer one.
    static final String PART = "~";

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

    private static final Pattern HEAD_ENDS =
            Pattern.compile("\\s+-\\s+|,\\s|\\s+(?:in|and)\\s|\\s*\\(");

    private static final Pattern TAIL =
            Pattern.compile("(?i)(?:['’]s)?\\s+(?:syndrome|disease|disorder|anomaly)\\s*$");

    private final Terminology terminology;

    SubjectNames(Terminology terminology) {
        this.terminology = terminology;
    }

    static String key(List<String> stems) {
        return String.join(" ", new TreeSet<>(stems));
    }

    /// The names of the subject and the concept that it names; the aspects that the question names
    /// beside it.
    Pair pair(Version version, String question) {
        String subject = subject(version);
        SortedSet<String> names = new TreeSet<>();
        Stream.concat(Stream.of(subject), others(version))
                .flatMap(name -> Stream.of(name, BRACKETS.matcher(name).replaceAll(" ")))
                .distinct()
                .forEach(name -> add(names, name));
        names.remove("");
        for (Mention mention : terminology.read(subject).mentions()) {
            if (mention.words().length() >= subject.strip().length()) {
                names.add(mention.concept().id());
            }
        }
        String rest =
                subject.isEmpty()
                        ? question
                        : Pattern.compile(Pattern.quote(subject), Pattern.CASE_INSENSITIVE)
                                .matcher(question)
                                .replaceAll("X");
        return new Pair(names, new TreeSet<>(Aspects.builtIn().named(rest)));
    }

    private void add(Set<String> names, String name) {
        String key = key(Stems.of(name));
        names.add(key);
        Stream.of(withoutTail(name), HEAD_ENDS.split(name, 2)[0])
                .map(part -> key(Stems.of(part)))
                .filter(part -> !part.isEmpty() && !part.equals(key))
                .forEach(part -> names.add(PART + part));
    }

    /// "Wilson" for "Wilson disease", but not "kidney" for "kidney disease".
    private String withoutTail(String name) {
        String rest = TAIL.matcher(name).replaceFirst("");
        boolean says =
                rest.length() < name.length()
                        && rest.indexOf(' ') < 0
                        && terminology.read(rest).mentions().stream()
                                .map(mention -> mention.concept().kind())
                                .noneMatch(kind ->
                                        kind == Concept.Kind.ANATOMY || kind == Concept.Kind.OTHER);
        return says ? rest : name;
    }

    /// What a question is about: its subject as the record gives it.
    static String subject(Version version) {
        return questions(version)
                .findFirst()
                .map(passage -> String.join(" ", passage.headings()))
                .orElse("");
    }

    /// Other names of the subject, each alone.
    private static Stream<String> others(Version version) {
        String own = subject(version) + ":";
        return questions(version)
                .skip(1)
                .map(Passage::text)
                .map(text -> text.startsWith(own) ? text.substring(own.length()) : text)
                .flatMap(text -> Stream.of(text.split(";")))
                .map(String::strip);
    }

    static Stream<Passage> questions(Version version) {
        return version.passages().stream().filter(passage -> passage.role() == Role.QUESTION);
    }
}
