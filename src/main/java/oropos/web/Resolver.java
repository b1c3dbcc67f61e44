package oropos.web;

import java.util.List;
import oropos.answer.Answer.Reference;
import oropos.library.Version;

/// Where the place this runs at opens its own copies, where that was configured.
record Resolver(String base) {

    public List<Links.Link> of(Reference reference) {
        return Links.resolved(
                        base,
                        reference.title(),
                        reference.venue(),
                        reference.year(),
                        reference.pmid(),
                        reference.doi())
                .stream()
                .toList();
    }

    public List<Links.Link> of(Version version) {
        return Links.resolved(
                        base,
                        version.source().title(),
                        version.source().venue(),
                        version.source().year(),
                        version.source().pmid(),
                        version.source().doi())
                .stream()
                .toList();
    }
}
