package oropos.library.pubmed;

import java.util.ArrayList;
import java.util.List;
import oropos.library.xml.Element;

/// MeSH headings in MEDLINE's notation: "Humans", "Spinal Fractures/drug therapy", a star before
/// the descriptor or the qualifier that is a main point of the article ("*Osteoporosis",
/// "Spinal Fractures/*etiology"). One entry for each qualifier.
final class MeshHeadings {

    private MeshHeadings() {}

    static List<String> of(Element citation) {
        List<String> headings = new ArrayList<>();
        for (Element heading : citation.all("MeshHeadingList", "MeshHeading").toList()) {
            String descriptor =
                    heading.at("DescriptorName")
                            .or(() -> heading.at("Descriptor"))
                            .map(MeshHeadings::starred)
                            .orElse("");
            if (descriptor.isEmpty()) {
                continue;
            }
            List<Element> qualifiers = new ArrayList<>(heading.children("QualifierName"));
            qualifiers.addAll(heading.children("SubHeading"));
            if (qualifiers.isEmpty()) {
                headings.add(descriptor);
            }
            for (Element qualifier : qualifiers) {
                headings.add(descriptor + "/" + starred(qualifier));
            }
        }
        citation.all("SupplMeshList", "SupplMeshName").map(Element::words).forEach(headings::add);
        return headings.stream().distinct().toList();
    }

    private static String starred(Element name) {
        String words = name.words();
        boolean main = name.attribute("MajorTopicYN").equals("Y");
        return main && !words.isEmpty() ? "*" + words : words;
    }
}
