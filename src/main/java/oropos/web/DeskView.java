package oropos.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oropos.answer.Answer;
import oropos.answer.EveryStatement;
import oropos.library.Passage;
import oropos.library.SourceId;
import oropos.library.Version;
import oropos.people.AccountId;
import oropos.people.People;
import oropos.review.Article;
import oropos.review.ArticleVersion;
import oropos.review.NumberedClaim;
import oropos.review.Reviews;
import oropos.review.Shift;
import oropos.review.Signers;
import oropos.review.Work;

/// A version as reviewers work on it: claim by claim, with the passage beside it.
///
/// @param claims in reading order, the bottom line first
/// @param differences claims that came, went or say something else than in the last approved version
/// @param before number of the last approved version, 0 where there is none
/// @param shift whether action, strength or a dose changed since that one, or null where there is none
/// @param agreed names of who is for exactly this version, or approved it
record DeskView(
        Article article,
        ArticleVersion version,
        Answer answer,
        List<Claim> claims,
        List<Lay> tellings,
        List<Difference> differences,
        int before,
        @Nullable Shift shift,
        List<String> agreed,
        Map<String, String> names,
        long age) {

    /// @param passages what it cites, each in its whole passage
    /// @param signedBy name of who signed it as it reads now, or null
    /// @param lapsed name of who signed it and may no longer, so that it wants another signature; or null
    /// @param elsewhere whether somebody signed the same on another page
    /// @param secondary whether it is known from summaries of pages about its sources alone
    /// @param originalBy name of who opened the original, or null
    record Claim(
            NumberedClaim claim,
            Answer.Statement statement,
            List<Beside> passages,
            @Nullable String signedBy,
            @Nullable String lapsed,
            boolean elsewhere,
            boolean secondary,
            @Nullable String originalBy,
            Work.@Nullable Rating rating,
            List<Work.Remark> remarks) {

        public boolean isSigned() {
            return signedBy != null;
        }
    }

    /// A passage in full, with the cited words in it.
    record Beside(
            Answer.Citation citation,
            Answer.@Nullable Reference reference,
            String before,
            String quote,
            String after,
            boolean held) {

        public String address() {
            return SourcePage.address(citation);
        }
    }

    /// What a lay reader is told, to be signed as a whole.
    record Lay(String reader, List<String> lines, @Nullable String signedBy) {}

    static DeskView of(
            Article article,
            ArticleVersion version,
            Answer answer,
            Reviews reviews,
            ReadingRoom room,
            People people) {
        Map<String, String> names = names(version, people);
        Set<String> elsewhere = reviews.signedElsewhere(article.address());
        Map<String, Answer.Statement> statements = statements(answer);
        Map<String, Work.Rating> ratings = version.ratings();
        Signers signers = Signers.of(people, article.title(), article.subjects());
        Predicate<Work.SignOff> counts =
                version.state().isOpen() ? one -> signers.counts(one, version) : any -> true;
        List<Claim> claims = new ArrayList<>();
        for (NumberedClaim claim : version.content().claims()) {
            Answer.Statement statement = statements.get(claim.statement());
            if (statement != null) {
                claims.add(
                        new Claim(
                                claim,
                                statement,
                                statement.citations().stream()
                                        .map(one -> beside(one, answer, room))
                                        .toList(),
                                name(version.signOff(claim.fingerprint()).filter(counts), names),
                                name(
                                        version.signOff(claim.fingerprint())
                                                .filter(counts.negate()),
                                        names),
                                elsewhere.contains(claim.fingerprint()),
                                version.restsOnSecondary(claim),
                                name(version.originalRead(claim).filter(counts), names),
                                ratings.get(claim.fingerprint()),
                                version.work().remarks().stream()
                                        .filter(one -> one.claim() == claim.number())
                                        .toList()));
            }
        }
        Optional<ArticleVersion> last =
                article.versions().stream()
                        .filter(one ->
                                one.number() < version.number() && one.work().approval() != null)
                        .reduce((a, b) -> b);
        return new DeskView(
                article,
                version,
                answer,
                claims,
                tellings(version, answer, names, counts),
                last.map(one ->
                                Difference.between(
                                        one,
                                        reviews.answer(one.address(), one.number())
                                                .map(DeskView::statements)
                                                .orElse(Map.of()),
                                        version,
                                        statements))
                        .orElse(List.of()),
                last.map(ArticleVersion::number).orElse(0),
                last.flatMap(one -> reviews.answer(one.address(), one.number()))
                        .map(one -> Shift.between(one, answer))
                        .orElse(null),
                agreed(version, names),
                names,
                age(version, reviews.today()));
    }

    /// Days since the last thing that happened.
    static long age(ArticleVersion version, LocalDate today) {
        LocalDate last =
                LocalDate.ofInstant(version.work().milestones().getLast().at(), ZoneOffset.UTC);
        return ChronoUnit.DAYS.between(last, today);
    }

    public int signed() {
        return (int) claims.stream().filter(Claim::isSigned).count();
    }

    public String name(String account) {
        return names.getOrDefault(account, account);
    }

    private static @Nullable String name(
            Optional<Work.SignOff> signOff, Map<String, String> names) {
        return signOff.map(one -> names.getOrDefault(one.by(), one.by())).orElse(null);
    }

    private static Map<String, String> names(ArticleVersion version, People people) {
        Work work = version.work();
        Set<String> ids = new HashSet<>(work.authors());
        work.signOffs().forEach(one -> ids.add(one.by()));
        work.opinions().forEach(one -> ids.add(one.by()));
        work.remarks().forEach(one -> ids.add(one.by()));
        work.ratings().forEach(one -> ids.add(one.by()));
        work.boardStatements().forEach(one -> one.signatures().forEach(sign -> ids.add(sign.by())));
        Work.Opinion chair = work.settled();
        if (chair != null) {
            ids.add(chair.by());
        }
        Work.Approval approval = work.approval();
        if (approval != null) {
            ids.add(approval.by());
        }
        Map<String, String> names = new HashMap<>();
        for (String id : ids) {
            try {
                people.find(new AccountId(id)).ifPresent(one -> names.put(id, one.shownName()));
            } catch (IllegalArgumentException notAnId) {
                names.put(id, id);
            }
        }
        return names;
    }

    private static Map<String, Answer.Statement> statements(Answer answer) {
        Map<String, Answer.Statement> all = new LinkedHashMap<>();
        EveryStatement.of(answer).forEach(one -> all.putIfAbsent(one.id(), one));
        return all;
    }

    private static Beside beside(Answer.Citation citation, Answer answer, ReadingRoom room) {
        Answer.Reference reference =
                answer.references().stream()
                        .filter(one -> one.mark() == citation.mark())
                        .findFirst()
                        .orElse(null);
        return room.version(new SourceId(citation.source()), citation.version())
                .map(Version::passages)
                .flatMap(passages ->
                        passages.stream()
                                .filter(one ->
                                        one.span().start() <= citation.start()
                                                && citation.end() <= one.span().end())
                                .findFirst())
                .filter(one ->
                        one.text()
                                .startsWith(
                                        citation.quote(), citation.start() - one.span().start()))
                .map(one -> beside(citation, reference, one))
                .orElse(new Beside(citation, reference, "", citation.quote(), "", false));
    }

    private static Beside beside(
            Answer.Citation citation, Answer.@Nullable Reference reference, Passage passage) {
        int from = citation.start() - passage.span().start();
        int to = from + citation.quote().length();
        return new Beside(
                citation,
                reference,
                passage.text().substring(0, from),
                citation.quote(),
                passage.text().substring(to),
                true);
    }

    private static List<Lay> tellings(
            ArticleVersion version,
            Answer answer,
            Map<String, String> names,
            Predicate<Work.SignOff> counts) {
        Map<String, List<Answer.Telling>> told =
                Objects.requireNonNullElse(answer.tellings(), Map.of());
        List<Lay> all = new ArrayList<>();
        version.content()
                .tellingsToSign()
                .forEach((reader, hash) ->
                        all.add(
                                new Lay(
                                        reader,
                                        told.getOrDefault(reader, List.of()).stream()
                                                .map(Answer.Telling::text)
                                                .toList(),
                                        name(version.signOff(hash).filter(counts), names))));
        return all;
    }

    private static List<String> agreed(ArticleVersion version, Map<String, String> names) {
        Work.Approval approval = version.work().approval();
        return Stream.concat(
                        version.standingOpinions().stream()
                                .filter(Work.Opinion::approve)
                                .map(Work.Opinion::by),
                        approval == null ? Stream.empty() : Stream.of(approval.by()))
                .distinct()
                .map(one -> names.getOrDefault(one, one))
                .toList();
    }
}
