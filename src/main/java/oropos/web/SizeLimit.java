package oropos.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies that are larger than any question, and those that do not say how large they are.
final class SizeLimit extends OncePerRequestFilter {

    /// 64 KB: the longest question read is 12,000 characters, nine bytes each at most when encoded
    /// for a form in most scripts; a discharge letter is about 8,000.
    static final int MOST_BYTES = 64 * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            response.sendError(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "a request has at most " + MOST_BYTES + " bytes");
        } else if (request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(
                    HttpServletResponse.SC_LENGTH_REQUIRED,
                    "a request says its length in Content-Length");
        } else {
            chain.doFilter(request, response);
        }
    }
}
