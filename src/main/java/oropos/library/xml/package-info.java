/// The one door for XML.
///
/// Every reader of an XML format asks here, so that no parser in the house can be talked into
/// reading another file, fetching an address or filling the memory. Start at
/// [oropos.library.xml.Xml].
@NullMarked
package oropos.library.xml;

import org.jspecify.annotations.NullMarked;
