@NullMarked
package oropos.library.mesh;

import org.jspecify.annotations.NullMarked;
