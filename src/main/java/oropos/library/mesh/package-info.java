/// Reads the MeSH vocabulary of the US National Library of Medicine for a data folder. Start at [oropos.library.mesh.MeshReader].
@NullMarked
package oropos.library.mesh;

import org.jspecify.annotations.NullMarked;
