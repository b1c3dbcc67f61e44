package oropos.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An article: one address, one title, all its versions.
///
/// @param subjects names of the problems, drugs, procedures and tests it is about
/// @param versions the earliest first, never empty
public record Article(
        Address address, String title, List<String> subjects, List<ArticleVersion> versions) {

    public Article {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(address + " has no version");
        }
        subjects = List.copyOf(subjects);
        versions = List.copyOf(versions);
    }

    public ArticleVersion latest() {
        return versions.getLast();
    }

    /// Whether editors wrote it as an overview of a topic.
    public boolean isOverview() {
        return latest().content().isOverview();
    }

    public Optional<ArticleVersion> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    /// What the page shows: the published version, else the last one that was, else the newest.
    public ArticleVersion shown() {
        return in(State.PUBLISHED)
                .or(() -> in(State.WITHDRAWN))
                .or(() -> in(State.EXPIRED))
                .orElse(latest());
    }

    public Optional<ArticleVersion> published() {
        return in(State.PUBLISHED);
    }

    private Optional<ArticleVersion> in(State state) {
        return versions.stream()
                .filter(one -> one.state() == state)
                .max(Comparator.comparingInt(ArticleVersion::number));
    }
}
