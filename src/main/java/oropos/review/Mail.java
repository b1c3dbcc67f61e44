package oropos.review;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oropos.people.Account;
import oropos.people.Inbox;
import oropos.people.Notice;
import oropos.people.Notice.Urgency;
import oropos.people.People;
import oropos.review.mail.Smtp;

/// Mails what stands in the inboxes: safety at once, what is to be done once a day, minor things when
/// their quarter is over. One letter each time, with titles and links and nothing else of a page: a letter
/// lies on other people's machines.
///
/// Who gave no address gets none. What a server did not take is tried again in the next round.
public final class Mail {

    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

    /// Most lines of a letter; the rest is counted and waits in the inbox.
    static final int LINES = 30;

    private static final int QUARTER = 3;

    private final MailServer server;
    private final People people;
    private final InstantSource clock;
    private @Nullable Smtp smtp;

    public Mail(MailServer server, People people, InstantSource clock) {
        this.server = server;
        this.people = people;
        this.clock = clock;
    }

    /// Sends what is due.
    ///
    /// @return how many letters the server took
    public synchronized int round() {
        int sent = 0;
        for (Account account : people.all()) {
            String to = account.email();
            if (!account.active() || to == null) {
                continue;
            }
            List<Notice> due = due(account);
            if (due.isEmpty()) {
                continue;
            }
            try {
                smtp().send(to, subject(due), words(account, due), clock.instant());
            } catch (IOException refused) {
                // neither the address nor what the server said: that may repeat the address
                LOG.warn(
                        "A letter was not taken by the mail server ({}); it is tried again.",
                        String.valueOf(
                                refused.getCause() == null
                                        ? refused
                                        : refused.getCause().getClass().getSimpleName()));
                continue;
            }
            people.inbox().mailed(due);
            sent++;
        }
        return sent;
    }

    /// Mails an invitation to a guest at once, to the address they were invited by.
    ///
    /// @param title of the only article it is for
    /// @param secret of the link by which a password is set
    /// @param until when the guest's account holds something
    /// @return whether the server took it; where it did not, the link has to be passed on by hand
    public synchronized boolean invite(Account guest, String title, String secret, Instant until) {
        String to = guest.email();
        if (to == null) {
            return false;
        }
        String words =
                "To "
                        + guest.shownName()
                        + "\n\nYou were invited to review one article as a guest, until "
                        + day(until)
                        + ":\n"
                        + title
                        + "\n\nSet a password with this link; it is good once:\n"
                        + server.address()
                        + "/join/"
                        + secret
                        + "\n\nYou sign in as "
                        + guest.name()
                        + ". Who does not expect this letter may throw it away.\n";
        try {
            smtp().send(to, "An invitation to review, from Oropos", words, clock.instant());
            return true;
        } catch (IOException refused) {
            LOG.warn("An invitation was not taken by the mail server.");
            return false;
        }
    }

    private Smtp smtp() {
        Smtp open = smtp;
        if (open == null) {
            open =
                    new Smtp(
                            server.host(),
                            server.port(),
                            server.tls(),
                            server.isHere(),
                            server.user(),
                            server.password(),
                            server.from());
            smtp = open;
        }
        return open;
    }

    /// What a letter to somebody would hold now; empty where none is due.
    private List<Notice> due(Account account) {
        Inbox inbox = people.inbox();
        Instant now = clock.instant();
        Instant lastDaily = inbox.lastMailed(account.id(), Urgency.DAILY);
        boolean daily = lastDaily == null || day(lastDaily).isBefore(day(now));
        List<Notice> due = new ArrayList<>();
        for (Notice one : inbox.unmailed(account.id())) {
            boolean goes =
                    switch (one.urgency()) {
                        case AT_ONCE -> true;
                        case DAILY -> daily;
                        case QUARTERLY -> quarter(one.at()) < quarter(now);
                    };
            if (goes) {
                due.add(one);
            }
        }
        return due;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static int quarter(Instant at) {
        LocalDate day = day(at);
        return day.getYear() * 4 + (day.getMonthValue() - 1) / QUARTER;
    }

    private static String subject(List<Notice> due) {
        boolean safety = due.stream().anyMatch(one -> one.urgency() == Urgency.AT_ONCE);
        String pages = due.size() == 1 ? "1 piece of news" : due.size() + " pieces of news";
        return safety ? "Safety: " + pages + " from Oropos" : pages + " from Oropos";
    }

    private String words(Account account, List<Notice> due) {
        StringBuilder words = new StringBuilder("To ").append(account.shownName()).append("\n\n");
        due.stream()
                .sorted(java.util.Comparator.comparing(Notice::urgency))
                .limit(LINES)
                .forEach(one ->
                        words.append(one.title())
                                .append('\n')
                                .append(one.words())
                                .append('\n')
                                .append(server.address())
                                .append(one.link())
                                .append("\n\n"));
        if (due.size() > LINES) {
            words.append("And ").append(due.size() - LINES).append(" more in your inbox.\n\n");
        }
        return words.append("Everything: ")
                .append(server.address())
                .append("/inbox\nNo letters any more: take the e-mail address off at ")
                .append(server.address())
                .append("/me\n")
                .toString();
    }
}
