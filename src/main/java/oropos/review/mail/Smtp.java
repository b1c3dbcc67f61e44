package oropos.review.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A mail server, reached by SMTP: under TLS, or in the clear where it is this machine.
public final class Smtp {

    private static final String TIMEOUT_MILLIS = "10000";

    private final Session session;
    private final String from;

    /// @param tls whether TLS comes first (`smtps`); otherwise the server is asked for it (STARTTLS)
    /// @param clear whether a server without TLS is taken: for this machine alone
    /// @param user null where the server asks for nobody
    public Smtp(
            String host,
            int port,
            boolean tls,
            boolean clear,
            @Nullable String user,
            @Nullable String password,
            String from) {
        Properties set = new Properties();
        set.put("mail.smtp.host", host);
        set.put("mail.smtp.port", String.valueOf(port));
        set.put("mail.smtp.ssl.enable", String.valueOf(tls));
        set.put("mail.smtp.ssl.checkserveridentity", "true");
        set.put("mail.smtp.starttls.enable", String.valueOf(!tls));
        set.put("mail.smtp.starttls.required", String.valueOf(!tls && !clear));
        set.put("mail.smtp.auth", String.valueOf(user != null));
        for (String what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            set.put("mail.smtp." + what, TIMEOUT_MILLIS);
        }
        this.session =
                Session.getInstance(
                        set,
                        user == null
                                ? null
                                : new jakarta.mail.Authenticator() {
                                    @Override
                                    protected PasswordAuthentication getPasswordAuthentication() {
                                        return new PasswordAuthentication(user, password);
                                    }
                                });
        this.from = from;
    }

    /// Hands a letter over.
    ///
    /// @throws IOException where the server did not take it
    public void send(String to, String subject, String words, Instant at) throws IOException {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from, "Oropos", "UTF-8"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, "UTF-8");
            message.setText(words, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException refused) {
            throw new IOException("the mail server did not take a letter", refused);
        }
    }
}
