package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.gateway.Golden;
import org.huying.gateway.sending.Secrets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What each protocol sends for the same words, and how their answers are read.
class ChannelGoldenTest {

    private static final Golden GOLDEN = Golden.of("channel");
    private static final Instant AT = Instant.parse("2026-11-30T01:02:03Z");
    private static final UUID ID = UUID.fromString("0198c7a0-0000-7000-8000-000000000001");
    private static final Secrets SECRETS =
            new Secrets(Map.of("token", "t/1", "sign", "SEC123", "app", "app-7", "password", "p"));
    private static final Layout.Line LINE =
            new Layout.Line(ID, "desk-red", "TZ-20261130-0001", "有一件\"超期\"");

    private static Outgoing out(Plan plan, String address) {
        var said = plan.layout().said(List.of(LINE), "滕州市", plan);
        return Translation.of(plan.means(), SECRETS, new Translation.Letter(ID, address, said, AT));
    }

    private static Plan robot(String brand, boolean signed) {
        var text =
                Example.file("duty-group")
                        .replace("by: dingtalk", "by: " + brand)
                        .replace("signed: true", "signed: " + signed);
        return PlanFile.read("duty-group.yaml", text).plan().orElseThrow();
    }

    private static String written(Outgoing out) throws MessagingException, IOException {
        return switch (out) {
            case Outgoing.Post post -> {
                var lines = new StringBuilder("POST " + post.url() + "\n");
                new TreeMap<>(post.headers())
                        .forEach((name, value) ->
                                lines.append(name).append(": ").append(value).append('\n'));
                yield lines + "\n" + post.body() + "\n";
            }
            case Outgoing.Notification it -> it.device().endpoint() + "\n" + it.text();
            case Outgoing.Mail mail -> {
                var message = MailServer.message(Session.getInstance(new Properties()), mail, AT);
                message.saveChanges();
                var bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                yield bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            }
        };
    }

    @Test
    void eachProtocolSaysItInItsOwnWay() throws MessagingException, IOException {
        GOLDEN.check("wecom.txt", written(out(robot("wecom", false), "")));
        GOLDEN.check("dingtalk.txt", written(out(robot("dingtalk", true), "")));
        GOLDEN.check("feishu.txt", written(out(robot("feishu", true), "")));
        GOLDEN.check("sms.txt", written(out(Example.plan("duty-sms"), "13800000000")));
        GOLDEN.check("mail.txt", written(out(Example.plan("duty-mail"), "duty@example.org")));
    }

    /// Whatever the words are, what is sent can be read and says them.
    @Property
    void jsonStaysJson(@ForAll String words) {
        var sms = Example.plan("duty-sms").means();
        var said = new Layout.Said("", words);
        var out = Translation.of(sms, SECRETS, new Translation.Letter(ID, "13800000000", said, AT));
        assertThat(out).isInstanceOf(Outgoing.Post.class);
        var body = JsonMapper.shared().readTree(((Outgoing.Post) out).body());
        assertThat(body.at("/content").asString()).isEqualTo("【呼应】" + words);
        assertThat(body.at("/ref").asString()).isEqualTo(ID.toString());
    }

    @Test
    void anAnswerOf200MayStillSayNo() {
        var ding = robot("dingtalk", true).means();
        assertThat(Answers.judge(ding, "{\"errcode\":0,\"errmsg\":\"ok\"}").error()).isEmpty();
        assertThat(Answers.judge(ding, "{\"errcode\":310000}").error())
                .contains("answered errcode: 310000");
        assertThat(Answers.judge(ding, "{\"errco").error()).contains("answered errcode: ");
        var feishu = robot("feishu", true).means();
        assertThat(Answers.judge(feishu, "{\"code\":0}").error()).isEmpty();
        assertThat(Answers.judge(feishu, "[]").error()).isPresent();
        var sms = Example.plan("duty-sms").means();
        assertThat(Answers.judge(sms, "{\"code\":\"0\",\"data\":{\"sid\":\"s-1\"}}").id())
                .contains("s-1");
    }

    @Test
    void receiptsComeAloneOrInLists() {
        var form = ((Means.Sms) Example.plan("duty-sms").means()).receipt().orElseThrow();
        assertThat(Answers.receipts(form, "{\"sid\":\"a\",\"status\":\"DELIVRD\"}"))
                .containsExactly(new Answers.Receipt("a", true));
        assertThat(
                        Answers.receipts(
                                form,
                                "[{\"sid\":\"a\",\"status\":\"UNDELIV\"},{\"x\":1},{\"sid\":\"b\",\"status\":\"DELIVRD\"}]"))
                .containsExactly(new Answers.Receipt("a", false), new Answers.Receipt("b", true));
        assertThat(Answers.receipts(form, "nonsense")).isEmpty();
    }

    @Property
    void whateverIsAnsweredIsRead(@ForAll String body) {
        var sms = (Means.Sms) Example.plan("duty-sms").means();
        assertThat(Answers.judge(sms, body)).isNotNull();
        assertThat(Answers.receipts(sms.receipt().orElseThrow(), body)).isNotNull();
    }
}
