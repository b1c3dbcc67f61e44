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
