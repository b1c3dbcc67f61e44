package oropos.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers only to its own names.
///
/// A page of another site can have its name resolved to 127.0.0.1 and so read what a server on this
/// machine says (DNS rebinding). Such a call still carries the other site's name in `Host`.
final class HostCheck extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new HashSet<>(LOOPBACK);

    HostCheck(Collection<String> hosts) {
        hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        if (name.contains(":") && !name.startsWith("[")) {
            name = "[" + name + "]";
        }
        if (names.contains(name)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "this server does not go by the name it was called; the operator can add it to"
                            + " oropos.hosts");
        }
    }
}
