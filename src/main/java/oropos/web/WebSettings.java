package oropos.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the pages.
///
/// @param quota questions a minute from one address
/// @param hosts names under which the server may be called beside the loopback ones
/// @param secondFactor whether roles that decide need an authenticator app; `oropos serve` says yes
@ConfigurationProperties("oropos")
record WebSettings(
        @DefaultValue("60") int quota,
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean secondFactor) {
    WebSettings {
        if (quota < 1) {
            throw new IllegalArgumentException(
                    "oropos.quota is 1 or more questions a minute, but was " + quota);
        }
        hosts = List.copyOf(hosts);
    }
}
