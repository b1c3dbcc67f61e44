@NullMarked
package oropos.library.medquad;

import org.jspecify.annotations.NullMarked;
