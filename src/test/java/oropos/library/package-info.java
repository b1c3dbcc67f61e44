@NullMarked
package oropos.library;

import org.jspecify.annotations.NullMarked;
