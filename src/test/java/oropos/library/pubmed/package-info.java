@NullMarked
package oropos.library.pubmed;

import org.jspecify.annotations.NullMarked;
