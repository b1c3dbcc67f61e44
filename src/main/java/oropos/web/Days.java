package oropos.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/// Days as people write them in the language of the page.
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d. MMM yyyy");

    private Days() {}

    static String of(LocalDate day) {
        Locale language = language();
        boolean german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
        return (german ? GERMAN : DAY).withLocale(language).format(day);
    }

    /// The language of the page that is being made; English where none is.
    private static Locale language() {
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        Locale locale = page == null ? null : page.getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}
