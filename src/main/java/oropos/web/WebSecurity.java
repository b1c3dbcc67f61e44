package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
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
import oropos.people.People;
import oropos.publication.Articles;

/// What stands between the network and the pages: headers, tokens of forms, limits, and who signed in.
/// Whom a page admits is declared beside it ([Admits]) and held by the [Gate]. The port listens to this
/// machine alone unless the operator says otherwise.
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

    /// Forms on pages of articles.
    private static final Pattern OWN_FORMS = Pattern.compile("/ask|/articles/[a-z0-9-]+/report");

    /// Holds the token of forms.
    static final String FORM_COOKIE = "form";

    /// Searches from one address for each question: paging and narrowing search anew.
    static final int SEARCHES = 10;

    /// Error reports a minute from one address.
    static final int REPORTS = 5;

    /// Attempts to sign in a minute from one address, at least.
    static final int SIGN_INS = 10;

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            WebSettings settings,
            People people,
            Articles articles,
            ReadingRoom room)
            throws Exception {
        CookieCsrfTokenRepository token = new CookieCsrfTokenRepository();
        token.setCookieName(FORM_COOKIE);
        token.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // JSON needs no token: no form of another site can send application/json
                .csrf(c ->
                        c.csrfTokenRepository(token)
                                .ignoringRequestMatchers("/api/**")
                                .ignoringRequestMatchers(WebSecurity::isOwnForm))
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
                        new Quota(
                                settings.quota(),
                                List.of("POST /ask", "POST /api/ask", "POST /a/*/restore")),
                        SizeLimit.class)
                .addFilterAfter(
                        new Quota(
                                settings.quota() * SEARCHES,
                                List.of(
                                        "GET /search",
                                        "GET /a/*/next",
                                        "GET /api/answers/*/next",
                                        "POST /search",
                                        "GET /api/search",
                                        "POST /api/search",
                                        "POST /articles/like")),
                        Quota.class)
                .addFilterAfter(
                        new Quota(
                                Math.max(SIGN_INS, settings.quota() / 4),
                                List.of(
                                        "POST /sign-in",
                                        "POST /join",
                                        "POST /confirm",
                                        "GET /sign-in/provider/back",
                                        "POST /sign-in/provider/code",
                                        "POST /sign-in/passkey",
                                        "POST /sign-in/passkey/options")),
                        Quota.class)
                .addFilterAfter(new Quota(REPORTS, List.of("POST /articles/*/report")), Quota.class)
                .addFilterAfter(new Stay(people), Quota.class)
                .addFilterAfter(new Shelf(articles, room), Stay.class)
                .build();
    }

    /// Whether a form that anybody may send, and that stands on pages which are the same for everybody, was
    /// sent from a page of this server. The browser says so itself; no page and no script can write this
    /// header (Fetch Metadata). Where a browser does not say it, the form has a token.
    private static boolean isOwnForm(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && OWN_FORMS.matcher(request.getRequestURI()).matches()
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
