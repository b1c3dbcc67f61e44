/// Sets a page on paper: the only place where the library that writes PDF is seen.
///
/// Start at [oropos.publication.pdf.Typesetter]. It knows XHTML and fonts, and nothing of articles. It
/// opens no address, whatever a page names.
@NullMarked
package oropos.publication.pdf;

import org.jspecify.annotations.NullMarked;
