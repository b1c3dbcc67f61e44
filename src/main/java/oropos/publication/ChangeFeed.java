package oropos.publication;

/// The changes of one article as a feed (Atom, RFC 4287): whoever reads it hears when its bottom line,
/// its standing or its sources change, and nobody learns who that is.
public final class ChangeFeed {

    /// Changes told, the newest first.
    static final int MOST = 50;

    private ChangeFeed() {}

    /// @param base scheme, host and port, without a slash at the end
    public static String atom(Page page, String base) {
        String address = Machines.xml(base + "/articles/" + page.address());
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>")
                .append(Machines.xml(page.title()))
                .append("</title>\n<id>")
                .append(address)
                .append("</id>\n<updated>")
                .append(page.log().isEmpty() ? page.dates().content() : page.log().getFirst().on())
                .append("T00:00:00Z</updated>\n<author><name>Oropos</name></author>\n")
                .append("<link rel=\"self\" href=\"")
                .append(address)
                .append("/changes.atom\"/>\n<link href=\"")
                .append(address)
                .append("\"/>\n");
        int last = page.log().size();
        for (Page.Logged one : page.log().stream().limit(MOST).toList()) {
            xml.append("<entry>\n<title>")
                    .append(Machines.xml(one.kind() + ": " + page.title()))
                    .append("</title>\n<id>")
                    .append(address)
                    .append("#change-")
                    .append(last--)
                    .append("</id>\n<link href=\"")
                    .append(address)
                    .append("\"/>\n<updated>")
                    .append(one.on())
                    .append("T00:00:00Z</updated>\n<category term=\"")
                    .append(page.status().code())
                    .append("\"/>\n<summary>")
                    .append(Machines.xml(one.words()))
                    .append("</summary>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }
}
