@NullMarked
package oropos.library.xml;

import org.jspecify.annotations.NullMarked;
