@NullMarked
package oropos.web;

import org.jspecify.annotations.NullMarked;
