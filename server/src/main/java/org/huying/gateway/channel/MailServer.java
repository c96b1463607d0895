package org.huying.gateway.channel;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.huying.gateway.sending.Secrets;
import org.huying.gateway.sending.Target;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Hands mail to a server. The certificate must be the server's own; a line that should be closed is never left open.
@Component
class MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean local;

    /// @param local `huying.webhooks.local`: messages may go to this machine itself
    MailServer(@Value("${huying.webhooks.local:false}") boolean local) {
        this.local = local;
    }

    /// Total: empty when the server took it, else what went wrong, without anybody's address.
    Optional<Fault> send(Means.Smtp smtp, Secrets secrets, Outgoing.Mail mail, Instant at) {
        try {
            if (!local && !Target.allowed(InetAddress.getAllByName(smtp.host()))) {
                return Optional.of(Fault.channel("the address may not be sent to"));
            }
            Transport.send(message(session(smtp, secrets), mail, at));
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(fault(e, mail));
        } catch (IOException e) {
            return Optional.of(Fault.channel("mail: " + e.getClass().getSimpleName()));
        }
    }

    /// The one who is written to was refused, or the mail as a whole.
    private static Fault fault(MessagingException e, Outgoing.Mail mail) {
        for (Exception it = e;
                it instanceof MessagingException inner;
                it = inner.getNextException()) {
            if (inner instanceof SMTPAddressFailedException refused) {
                return Fault.address("the mail server answered " + refused.getReturnCode());
            }
        }
        var what = "mail: " + e.getClass().getSimpleName();
        return switch (e) {
            case SMTPSendFailedException failed ->
                    Fault.channel("the mail server answered " + failed.getReturnCode());
            case AddressException wrong when mail.to().equals(wrong.getRef()) ->
                    Fault.address(what);
            default -> Fault.channel(what);
        };
    }

    private static Session session(Means.Smtp smtp, Secrets secrets) {
        var properties = new Properties();
        var patience = Long.toString(PATIENCE.toMillis());
        properties.put("mail.smtp.host", smtp.host());
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean starts = smtp.security() == Means.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starts));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starts));
        properties.put(
                "mail.smtp.ssl.enable", Boolean.toString(smtp.security() == Means.Security.TLS));
        properties.put("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
        return Session.getInstance(
                properties,
                smtp.user()
                        .map(it -> password(it, secrets.find(Secrets.PASSWORD).orElse("")))
                        .orElse(null));
    }

    private static Authenticator password(String user, String password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    /// A repeat has the same id, so that readers show it once.
    static MimeMessage message(Session session, Outgoing.Mail mail, Instant at)
            throws MessagingException {
        var message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + mail.id() + "@huying>");
                    }
                };
        message.setFrom(new InternetAddress(mail.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.title().replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
