package oropos.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the pages.
///
/// @param quota questions a minute from one address
/// @param hosts names under which the server may be called beside the loopback ones
/// @param linkResolver base address of the place's own link resolver (OpenURL), empty for none
/// @param keep how long an answer, its thread and what was made from them are kept in memory
/// @param secondFactor whether roles that decide need an authenticator app; `oropos serve` says yes
/// @param provider the issuer of a provider of identities (OpenID Connect), or null
/// @param providerName how the provider is called on pages
/// @param providerSecondFactor whether more than a password there counts as the authenticator app here
/// @param warm whether the first pages are made before anybody asks: off, on, or wait until they are
@ConfigurationProperties("oropos")
record WebSettings(
        @DefaultValue("60") int quota,
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean secondFactor,
        @DefaultValue("") String linkResolver,
        @DefaultValue("12h") Duration keep,
        @Nullable String provider,
        @DefaultValue("") String providerClient,
        @DefaultValue("") String providerSecret,
        @DefaultValue("your organisation") String providerName,
        @DefaultValue("false") boolean providerSecondFactor,
        @DefaultValue("off") String warm) {

    private static final Duration SHORTEST_KEPT = Duration.ofMinutes(10);
    private static final Duration LONGEST_KEPT = Duration.ofDays(30);

    WebSettings {
        if (quota < 1) {
            throw new IllegalArgumentException(
                    "oropos.quota is 1 or more questions a minute, but was " + quota);
        }
        if (!linkResolver.isEmpty() && !linkResolver.matches("(?i)https?://[^\\s\"'<>]{1,500}")) {
            throw new IllegalArgumentException(
                    "oropos.link-resolver is a web address, but was " + linkResolver);
        }
        if (keep.compareTo(SHORTEST_KEPT) < 0 || keep.compareTo(LONGEST_KEPT) > 0) {
            throw new IllegalArgumentException(
                    "oropos.keep is 10 minutes to 30 days, but was " + keep);
        }
        hosts = List.copyOf(hosts);
    }
}
