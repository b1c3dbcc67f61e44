package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;

/// Holds back whom a page does not admit, before anything of the page runs.
///
/// Who may become somebody by signing in is sent there; who is somebody and may not is told so.
final class Gate implements HandlerInterceptor {

    /// Attribute of a request that was held back, for the error page.
    static final String HELD_BACK = "oropos.heldBack";

    private final People people;
    private final boolean secondFactor;

    /// Pages of roles that a guest of one article reaches.
    private static final Set<String> GUESTS =
            Set.of(
                    "/review",
                    "/review/{address}/{number:[1-9][0-9]{0,4}}",
                    "/review/{address}/{number:[1-9][0-9]{0,4}}/today",
                    "/review/{address}/{number:[1-9][0-9]{0,4}}/draft");

    private final InstantSource clock;
    private final Flows flows;

    /// @param secondFactor whether roles that decide need an authenticator app
    Gate(People people, Flows flows, boolean secondFactor, InstantSource clock) {
        this.flows = flows;
        this.people = people;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    /// What the page's method, or else its class, declares.
    static Optional<Admits> declared(HandlerMethod page) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(page.getMethod(), Admits.class))
                .or(() ->
                        Optional.ofNullable(
                                AnnotatedElementUtils.findMergedAnnotation(
                                        page.getBeanType(), Admits.class)));
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod page)) {
            return true;
        }
        Optional<Admits> admits = declared(page);
        if (admits.isEmpty()) {
            return refuse(request, response);
        }
        return admits.get().anyone() || admit(admits.get(), request, response);
    }

    private boolean admit(Admits admits, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SignedIn who = Stay.of(request);
        if (who == null) {
            return send("/sign-in", request, response);
        }
        Role[] roles = admits.value();
        boolean elsewhere = who.account().guestOf() != null && !GUESTS.contains(route(request));
        if (roles.length > 0 && (elsewhere || !who.account().mayAny(roles))) {
            return refuse(request, response);
        }
        if (roles.length > 0 && secondFactor && !who.session().factor() && decides(who)) {
            return send("/me/app", request, response);
        }
        if (admits.fresh() && !who.session().isFresh(clock.instant())) {
            Optional<Held> held =
                    HttpMethod.POST.matches(request.getMethod())
                            ? Held.of(who.account().id(), request)
                            : Optional.empty();
            if (held.isPresent()) {
                flows.begin(held.get(), request, response);
                response.sendRedirect("/confirm?to=/held");
                return false;
            }
            return send("/confirm", request, response);
        }
        return true;
    }

    /// Whether somebody holds a role that takes an authenticator app.
    static boolean decides(SignedIn who) {
        return who.account().roles().stream().anyMatch(Role::decides);
    }

    private static String route(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private boolean refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SignedIn who = Stay.of(request);
        if (who != null) {
            people.signIns()
                    .refused(who.account().id(), request.getMethod() + " " + route(request));
        }
        request.setAttribute(HELD_BACK, Boolean.TRUE);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    /// To another page, which sends back here; what was to be posted has to be sent again.
    private static boolean send(String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String back =
                HttpMethod.GET.matches(request.getMethod())
                        ? request.getRequestURI()
                                + (request.getQueryString() == null
                                        ? ""
                                        : "?" + request.getQueryString())
                        : "";
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(to);
        if (!back.isEmpty()) {
            address.queryParam("to", "{back}");
        }
        response.sendRedirect(
                back.isEmpty()
                        ? address.toUriString()
                        : address.encode().buildAndExpand(back).toUriString());
        return false;
    }

    /// A path of this server to go to, or another where it is none: no link may lead elsewhere.
    static String local(@Nullable String to, String otherwise) {
        boolean path =
                to != null
                        && to.startsWith("/")
                        && !to.startsWith("//")
                        && to.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
                        && Arrays.stream(new String[] {"/sign-", "/join", "/confirm"})
                                .noneMatch(to::startsWith);
        return path && to != null ? to : otherwise;
    }
}
