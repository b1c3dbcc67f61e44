/// Reads drug labels in HL7 Structured Product Labeling, as the US Food and Drug Administration publishes them. Start at [oropos.library.spl.LabelReader].
@NullMarked
package oropos.library.spl;

import org.jspecify.annotations.NullMarked;
