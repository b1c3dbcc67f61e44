@NullMarked
package oropos.library.jats;

import org.jspecify.annotations.NullMarked;
