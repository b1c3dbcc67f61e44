package oropos.question;

import org.jspecify.annotations.Nullable;
import oropos.terminology.AgeRange;
import oropos.terminology.Ages;
import oropos.terminology.Sex;
import oropos.terminology.Span;

/// One person spoken of.
final class Someone {
    final Kin.Relation relation;
    @Nullable Sex sex;
    @Nullable AgeRange ages;
    Ages.@Nullable Found age;
    Kin.@Nullable Stage stage;
    @Nullable String apart;
    final boolean several;
    final String words;
    final @Nullable Span span;
    int namedAt;

    /// Whether this one was ever named otherwise than as the owner of something or with "from" or "by".
    boolean named;

    /// Whether first named behind a preposition: "I care for a lady of 90".
    boolean besides;

    /// The sentence in which this one was last the subject; none yet.
    int subjectIn = -1;

    /// The sentence in which something was given to this one last; none yet.
    int receivedIn = -1;

    /// The several this one is one of: "my sons are 3 and 9".
    @Nullable Someone among;

    /// Whether this one is one of twins.
    boolean twin;

    /// Whether this one was brought in as somebody's: "his mother".
    boolean ofAnother;

    /// Whether a note begins with this one: "63-year-old man with gout".
    boolean ofNote;

    /// Whether nothing was said of this one but in passing: "my wife is feeding our baby".
    boolean onlyBeside = true;

    Someone(
            Kin.Relation relation,
            @Nullable Sex sex,
            boolean several,
            String words,
            @Nullable Span span) {
        this.relation = relation;
        this.sex = sex;
        this.several = several;
        this.words = words;
        this.span = span;
    }
}
