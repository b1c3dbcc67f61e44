/// Reads full-text articles in JATS (NISO Z39.96) and its forerunner, the NLM journal archiving format. Start at [oropos.library.jats.JatsReader].
@NullMarked
package oropos.library.jats;

import org.jspecify.annotations.NullMarked;
