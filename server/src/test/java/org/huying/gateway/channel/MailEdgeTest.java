package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.gateway.sending.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail to a real server.
class MailEdgeTest {

    private static final UUID ID = UUID.fromString("0198c7a0-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-30T01:02:03Z");
    private static final Outgoing.Mail MAIL =
            new Outgoing.Mail(ID, "huying@example.org", "duty@example.org", "呼应：超期一件", "超期一件 TZ-1");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailServer sender = new MailServer(true);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Means.Smtp smtp(Means.Security security) {
        return new Means.Smtp(
                "127.0.0.1", server.getSmtp().getPort(), security, MAIL.from(), Optional.empty());
    }

    @Test
    void theServerHasItAsItWasWrittenAndKnowsARepeat() throws MessagingException, IOException {
        assertThat(sender.send(smtp(Means.Security.NONE), Secrets.NONE, MAIL, AT)).isEmpty();
        assertThat(sender.send(smtp(Means.Security.NONE), Secrets.NONE, MAIL, AT)).isEmpty();
        var all = server.getReceivedMessages();
        assertThat(all).hasSize(2);
        var mail = all[0];
        assertThat(mail.getSubject()).isEqualTo("呼应：超期一件");
        assertThat(mail.getContent().toString().strip()).isEqualTo("超期一件 TZ-1");
        assertThat(mail.getAllRecipients()[0]).hasToString("duty@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo(all[1].getMessageID()).contains(ID.toString());
    }

    @Test
    void aPasswordThatIsWrongIsSaidWithoutSayingIt() {
        server.setUser("duty@example.org", "huying", "right");
        var smtp =
                new Means.Smtp(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        Means.Security.NONE,
                        MAIL.from(),
                        Optional.of("huying"));
        var wrong = new Secrets(Map.of(Secrets.PASSWORD, "wrong-one"));
        assertThat(sender.send(smtp, wrong, MAIL, AT))
                .hasValueSatisfying(it ->
                        assertThat(it)
                                .satisfies(fault ->
                                        assertThat(fault.error())
                                                .contains("Authentication")
                                                .doesNotContain("wrong-one"))
                                .extracting(Fault::whose)
                                .isEqualTo(Fault.Whose.CHANNEL));
        var right = new Secrets(Map.of(Secrets.PASSWORD, "right"));
        assertThat(sender.send(smtp, right, MAIL, AT)).isEmpty();
    }

    @Test
    void aLineThatShouldBeClosedIsNeverLeftOpen() {
        assertThat(sender.send(smtp(Means.Security.STARTTLS), Secrets.NONE, MAIL, AT)).isPresent();
        assertThat(sender.send(smtp(Means.Security.TLS), Secrets.NONE, MAIL, AT)).isPresent();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        var smtp = smtp(Means.Security.NONE);
        server.stop();
        assertThat(sender.send(smtp, Secrets.NONE, MAIL, AT))
                .hasValueSatisfying(it -> {
                    assertThat(it.error()).startsWith("mail: ");
                    assertThat(it.whose()).isEqualTo(Fault.Whose.CHANNEL);
                });
        assertThat(new MailServer(false).send(smtp, Secrets.NONE, MAIL, AT))
                .contains(Fault.channel("the address may not be sent to"));
    }

    @Test
    void aMailboxThatIsNotThereIsNotTheServersFault() throws IOException, InterruptedException {
        try (var refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> refusesEveryMailbox(refusing));
            var smtp =
                    new Means.Smtp(
                            "127.0.0.1",
                            refusing.getLocalPort(),
                            Means.Security.NONE,
                            MAIL.from(),
                            Optional.empty());
            assertThat(sender.send(smtp, Secrets.NONE, MAIL, AT))
                    .contains(Fault.address("the mail server answered 550"));
            answering.join();
        }
    }

    /// One conversation, in which everything is well but the mailbox.
    private static void refusesEveryMailbox(ServerSocket server) {
        try (var line = server.accept();
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.US_ASCII))) {
            say(line, "220 here");
            for (var word = in.readLine(); word != null; word = in.readLine()) {
                say(line, word.startsWith("RCPT") ? "550 no such mailbox" : "250 well");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
