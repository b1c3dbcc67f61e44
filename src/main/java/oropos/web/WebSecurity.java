package oropos.web;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What stands between the network and the pages. Nobody signs in yet; everything is open to
/// whoever reaches the port, which listens to this machine alone.
@Configuration
@EnableConfigurationProperties(WebSettings.class)
class WebSecurity {

    /// Everything from this server, nothing in the page itself: a title with a script in it stays
    /// words even where an escape is forgotten.
    static final String CONTENT_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "font-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'");

    /// Searches from one address for each question: paging and narrowing search anew.
    static final int SEARCHES = 10;

    @Bean
    SecurityFilterChain pages(HttpSecurity http, WebSettings settings) throws Exception {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookieName("form");
        token.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // JSON needs no token: no form of another site can send application/json
                .csrf(c -> c.csrfTokenRepository(token).ignoringRequestMatchers("/api/**"))
                .headers(h ->
                        h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                                .frameOptions(f -> f.deny())
                                .crossOriginOpenerPolicy(
                                        c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(p ->
                                        p.policy("camera=(), microphone=()," + " geolocation=()")))
                .addFilterAfter(new HostCheck(settings.hosts()), HeaderWriterFilter.class)
                .addFilterAfter(new SizeLimit(), HostCheck.class)
                .addFilterAfter(
                        new Quota(settings.quota(), List.of("POST /ask", "POST /api/ask")),
                        SizeLimit.class)
                .addFilterAfter(
                        new Quota(
                                settings.quota() * SEARCHES,
                                List.of(
                                        "GET /search",
                                        "POST /search",
                                        "GET /api/search",
                                        "POST /api/search")),
                        Quota.class)
                .build();
    }
}
