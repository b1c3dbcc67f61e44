package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import oropos.consultation.Asking;
import oropos.library.Status;
import oropos.people.People;
import oropos.people.Role;
import oropos.people.SignedIn;
import oropos.question.Reader;

/// What every page shows around its own content: the library's date and counts, and the reader.
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final ReadingRoom room;
    private final Asking asking;
    private final People people;
    private final WebSettings settings;
    private final Resolver resolver;

    PageFrame(ReadingRoom room, Asking asking, People people, WebSettings settings) {
        this.settings = settings;
        this.resolver = new Resolver(settings.linkResolver());
        this.room = room;
        this.people = people;
        this.asking = asking;
    }

    /// Where text is sent to be worded, so that whoever asks knows before asking; null for nowhere.
    @ModelAttribute("sendsTo")
    @Nullable String sendsTo() {
        return asking.sendsTo();
    }

    @ModelAttribute("resolver")
    Resolver resolver() {
        return resolver;
    }

    /// Who signed in, or null.
    @ModelAttribute("me")
    @Nullable SignedIn me(HttpServletRequest request) {
        return Stay.of(request);
    }

    /// Whether the page is laid out for everybody: its forms carry no token.
    @ModelAttribute("forAll")
    boolean forAll(HttpServletRequest request) {
        return request.getAttribute(Shelf.FOR_ALL) != null;
    }

    @ModelAttribute("administers")
    boolean administers(HttpServletRequest request) {
        SignedIn who = Stay.of(request);
        return who != null && who.account().may(Role.ADMINISTRATOR);
    }

    /// Whether whoever signed in works on articles.
    @ModelAttribute("works")
    boolean works(HttpServletRequest request) {
        SignedIn who = Stay.of(request);
        return who != null
                && who.account().roles().stream()
                        .anyMatch(role -> role != Role.ASKER && role != Role.ADMINISTRATOR);
    }

    /// Whether whoever signed in writes articles.
    @ModelAttribute("writes")
    boolean writes(HttpServletRequest request) {
        SignedIn who = Stay.of(request);
        return who != null
                && who.account().mayAny(Role.AUTHOR, Role.EVIDENCE_EDITOR, Role.MANAGING_EDITOR);
    }

    /// The provider of identities people may sign in by, or null.
    @ModelAttribute("provider")
    @Nullable String provider() {
        return settings.provider() == null ? null : settings.providerName();
    }

    /// News that whoever signed in has not looked at.
    @ModelAttribute("unseenNews")
    int unseenNews(HttpServletRequest request) {
        SignedIn who = Stay.of(request);
        return who == null ? 0 : people.inbox().unseen(who.account().id());
    }

    /// Whether whoever signed in hands out reviews.
    @ModelAttribute("assigns")
    boolean assigns(HttpServletRequest request) {
        SignedIn who = Stay.of(request);
        return who != null && who.account().mayAny(Role.MANAGING_EDITOR, Role.AUDITOR);
    }

    @ModelAttribute("library")
    Status library() {
        return room.status();
    }

    @ModelAttribute("readers")
    List<Reader> readers() {
        return List.of(Reader.values());
    }

    @ModelAttribute("reader")
    Reader reader(HttpServletRequest request) {
        return ReaderChoice.remembered(request).orElse(ReaderChoice.UNSAID);
    }

    /// The reader this browser chose before, or null: then a question may say itself who asks.
    @ModelAttribute("chosen")
    @Nullable Reader chosen(HttpServletRequest request) {
        return ReaderChoice.remembered(request).orElse(null);
    }

    /// The address of this page as it is printed, without what follows a question mark.
    @ModelAttribute("address")
    String address(HttpServletRequest request) {
        return request.getRequestURL().toString();
    }
}
