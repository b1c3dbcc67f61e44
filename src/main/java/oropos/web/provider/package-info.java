/// Holds the client of OpenID Connect: [oropos.web.provider.Provider] sends a browser to a provider of
/// identities and reads who came back. Nothing of it is loaded where no provider is set up.
@NullMarked
package oropos.web.provider;

import org.jspecify.annotations.NullMarked;
