/// Reads collections in the form of the BEIR benchmark, one JSON object a line. Start at
/// [oropos.library.beir.BeirReader].
@NullMarked
package oropos.library.beir;

import org.jspecify.annotations.NullMarked;
