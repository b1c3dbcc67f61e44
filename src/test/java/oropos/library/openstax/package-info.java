@NullMarked
package oropos.library.openstax;

import org.jspecify.annotations.NullMarked;
