/// Holds the mail library: [oropos.review.mail.Smtp] hands one letter to a server.
@NullMarked
package oropos.review.mail;

import org.jspecify.annotations.NullMarked;
