package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.fuzz.SpoiltJson;
import org.huying.fuzz.SpoiltText;

/// Files and answers of channels that were right once: each is read, or told what is wrong with it.
class SpoiltChannelTest {

    private static final String[] FILES = {"duty-group", "duty-mail", "duty-sms"};
    private static final byte[] RECEIPTS =
            "[{\"id\":\"1\",\"status\":\"DELIVRD\",\"data\":{\"id\":2}},{\"id\":\"2\"}]"
                    .getBytes(StandardCharsets.UTF_8);

    @Property(tries = 150)
    void aSpoiltFileIsAPlanOrToldWhatIsWrong(@ForAll long seed) {
        var sound = Example.file(FILES[new SplittableRandom(seed).nextInt(FILES.length)]);
        var checked = PlanFile.read("x.yaml", SpoiltText.of(sound, seed));
        assertThat(checked.plan().isPresent()).isNotEqualTo(checked.findings().broken());
    }

    @Property(tries = 200)
    void spoiltAnswersAreRead(@ForAll long seed) {
        var sms = (Means.Sms) Example.plan("duty-sms").means();
        var body = SpoiltJson.of(RECEIPTS, new SplittableRandom(seed));
        assertThat(Answers.judge(sms, body)).isNotNull();
        assertThat(Answers.receipts(sms.receipt().orElseThrow(), body)).isNotNull();
    }
}
