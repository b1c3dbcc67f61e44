@NullMarked
package oropos.library.medline;

import org.jspecify.annotations.NullMarked;
