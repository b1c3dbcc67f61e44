/// Reads MEDLINE tagged text as PubMed exports it (`.nbib`, `.txt`). Start at [oropos.library.medline.MedlineReader].
@NullMarked
package oropos.library.medline;

import org.jspecify.annotations.NullMarked;
