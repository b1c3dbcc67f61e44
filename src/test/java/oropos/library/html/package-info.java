@NullMarked
package oropos.library.html;

import org.jspecify.annotations.NullMarked;
