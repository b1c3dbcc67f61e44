/// Reads modules of OpenStax textbooks (CNXML). Start at [oropos.library.openstax.OpenstaxReader].
@NullMarked
package oropos.library.openstax;

import org.jspecify.annotations.NullMarked;
