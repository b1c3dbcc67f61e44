@NullMarked
package oropos.library.spl;

import org.jspecify.annotations.NullMarked;
