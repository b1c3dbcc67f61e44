/// Oropos answers clinical questions from a library and shows for every sentence the words it
/// rests on. Each direct sub-package is a room; ARCHITECTURE.md draws the house.
@NullMarked
package oropos;

import org.jspecify.annotations.NullMarked;
