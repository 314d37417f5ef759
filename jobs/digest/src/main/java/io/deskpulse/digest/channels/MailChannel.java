package io.deskpulse.digest.channels;

import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.rendering.DigestText;
import io.deskpulse.digest.rendering.HtmlDigest;
import io.deskpulse.digest.rendering.MarkdownDigest;
import io.deskpulse.digest.subscriptions.MailSettings;
import io.deskpulse.digest.subscriptions.MailSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Mail to one address, HTML and text. Every attempt carries the same Message-ID and date, by which servers and programs know one that
 * comes again.
 */
final class MailChannel implements Channel {
    private static final String MILLIS = "60000";

    private final MailSettings server;
    private final String password;
    private final String to;
    private final Session session;

    /**
     * A way to an address.
     *
     * @param password null when nobody has to log in
     * @throws io.deskpulse.ops.UserError when the authorities of the server cannot be read
     */
    MailChannel(MailSettings server, String password, String to) {
        this.server = server;
        this.password = password;
        this.to = to;
        this.session = Session.getInstance(properties(server));
    }

    private static Properties properties(MailSettings server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
        properties.setProperty("mail.smtp.timeout", MILLIS);
        properties.setProperty("mail.smtp.writetimeout", MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean startTls = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        if (server.authorities() != null) {
            properties.put("mail.smtp.ssl.socketFactory", Authorities.sockets(Path.of(server.authorities())));
        }
        return properties;
    }

    @Override
    public boolean knowsRepeats() {
        return true;
    }

    @Override
    public Duration gap() {
        return Duration.ZERO;
    }

    @Override
    public Outcome send(Message message) {
        SMTPTransport transport;
        try {
            transport = (SMTPTransport) session.getTransport("smtp");
        } catch (MessagingException e) {
            throw new IllegalStateException("SMTP is part of the build", e);
        }
        try {
            transport.connect(server.user(), password);
        } catch (AuthenticationFailedException e) {
            return Outcome.of(Kind.AGAIN, "the mail server refuses user and password");
        } catch (MessagingException e) {
            return Outcome.of(Kind.AGAIN, "the mail server is not reached, or not trusted");
        }
        try {
            MimeMessage mail = mail(message);
            transport.sendMessage(mail, mail.getAllRecipients());
            return Outcome.of(Kind.ACCEPTED, "");
        } catch (MessagingException e) {
            return failed(transport.getLastReturnCode());
        } finally {
            close(transport);
        }
    }

    /** By the last answer of the server; without one, or after a good one, it may have the mail. */
    private static Outcome failed(int code) {
        return switch (code / 100) {
            case 4 -> Outcome.of(Kind.AGAIN, "SMTP " + code);
            case 5 -> Outcome.of(Kind.REFUSED, "SMTP " + code);
            default -> Outcome.of(Kind.UNKNOWN, "the line broke");
        };
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The mail is accepted or not whatever the server says to QUIT.
        }
    }

    private MimeMessage mail(Message message) throws MessagingException {
        String id =
                "<" + message.id() + "@" + server.from().substring(server.from().indexOf('@') + 1) + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(new DigestText(message.digest(), message.words()).subject(), "UTF-8");
        mail.setSentDate(Date.from(message.digest().madeAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", message.words().language());
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(new MarkdownDigest(message.digest(), message.words()).whole(), "plain"));
        both.addBodyPart(part(new HtmlDigest(message.digest(), message.words()).document(), "html"));
        mail.setContent(both);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
