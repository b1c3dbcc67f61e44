/// What the public sees of articles: one page for each under its permanent address, with one status
/// that is computed and never written down, its dates, its people, its versions and their reasons; and
/// the same for machines: exports, feed, sitemap, JSON-LD.
///
/// Start at [oropos.publication.Articles]. The status is [oropos.publication.Status]: whatever is not
/// approved by people at this moment says so first, and asks search engines to stay away.
///
/// It decides nothing and changes nothing; review does.
@ApplicationModule(allowedDependencies = {"library", "answer", "review", "people"})
@NullMarked
package oropos.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
