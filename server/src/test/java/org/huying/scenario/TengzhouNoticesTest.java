package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.gateway.channel.OpenChannels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// 呼叫时时有响应、件件有回声: whoever agreed to it is told by text message, in the words of the place.
@Import(OpenChannels.class)
class TengzhouNoticesTest extends MethodsTest {

    @Autowired OpenChannels channels;

    TengzhouNoticesTest() {
        super("tengzhou", "370481", TengzhouMethodsTest.PART);
    }

    @AfterEach
    void end() {
        channels.end(region());
    }

    @Test
    void aCallIsAnsweredInTheWordsOfThePlace() {
        channels.texts(region());
        var desk = town().desk(town().county());
        var receipt =
                post(
                        desk,
                        "/matters",
                        Optional.empty(),
                        """
                        {"channel":"phone","title":"路灯不亮","text":"三天了","item":"street-lamp","area":"%s",
                         "contact":{"name":"王五","phone":"13800005678","sms":true}}
                        """
                                .formatted(region()));
        assertThat(receipt).hasStatus(201);
        var matter = body(receipt).at("/matter");
        var number = matter.at("/number").asString();
        if (matter.at("/state").asString().equals("REPORTED")) {
            var accepted =
                    post(
                            desk,
                            "/matters/" + matter.at("/id").asString() + "/accept",
                            Optional.of(matter.at("/version").asInt()),
                            "{}");
            assertThat(accepted).hasStatusOk();
        }
        consumers.drain();
        consumers.drain();
        assertThat(channels.said(region()))
                .containsExactly(
                        "呼叫有响应：您反映的事收到了，编号 %s。看进展 https://huying.example.org/resident/matter/%s"
                                .formatted(number, number));
    }
}
