package oropos.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What went wrong, what is safe, what to do: as a page, or as `{error {code, message}}` under
/// `/api`. It never repeats what was asked.
@Admits(anyone = true)
@Controller
class ErrorPage implements ErrorController {

    private final MessageSource messages;

    ErrorPage(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        int status = status(request);
        String kind = request.getAttribute(Gate.HELD_BACK) == null ? kind(status) : "notYours";
        if (wantsJson(request)) {
            String reason = said(request);
            String message =
                    reason == null
                            ? messages.getMessage("error." + kind + ".what", null, locale)
                            : reason;
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("error", Map.of("code", kind, "message", message)));
        }
        ModelAndView page = new ModelAndView("error");
        page.addObject("kind", kind);
        page.addObject("status", status);
        page.setStatus(org.springframework.http.HttpStatusCode.valueOf(status));
        return page;
    }

    /// Code of an error, also the middle of its message keys.
    static String kind(int status) {
        return switch (status) {
            case 400, 405, 406, 411, 415 -> "badRequest";
            case 403 -> "staleForm";
            case 404 -> "notFound";
            case 413 -> "tooLarge";
            case 429 -> "tooMany";
            default -> status >= 500 ? "internal" : "badRequest";
        };
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    private static @Nullable String said(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String reason
                        && !reason.isBlank()
                        && status(request) < 500
                ? reason
                : null;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path instanceof String p && p.startsWith("/api/")
                || accept != null
                        && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                        && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
