package oropos.library.pubmed;

/// Titles as references print them.
final class Titles {

    private Titles() {}

    /// Without the full stop that PubMed puts after every title. Brackets stay: they say that the
    /// title is a translation.
    static String plain(String title) {
        if (title.endsWith(".") && !title.endsWith("..")) {
            return title.substring(0, title.length() - 1).strip();
        }
        return title;
    }
}
