/// Reads web pages and page fragments through jsoup. Start at [oropos.library.html.HtmlReader].
@NullMarked
package oropos.library.html;

import org.jspecify.annotations.NullMarked;
