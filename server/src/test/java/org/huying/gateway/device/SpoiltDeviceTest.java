package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.fuzz.SpoiltJson;
import org.huying.fuzz.SpoiltText;

/// Files and messages of devices that were right once: each is read, or told what is wrong with it.
class SpoiltDeviceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final byte[] MESSAGE =
            "{\"ts\":1796025600000,\"bat\":87.4,\"data\":{\"level\":3.61},\"deviceId\":\"A\",\"msgId\":9,\"tilt\":\"20.5\"}"
                    .getBytes(StandardCharsets.UTF_8);

    @Property(tries = 150)
    void aSpoiltFileIsAPlanOrToldWhatIsWrong(@ForAll long seed, @ForAll boolean river) {
        var sound = Example.file(river ? "riverside" : "cameras");
        var checked = PlanFile.read("x.yaml", SpoiltText.of(sound, seed));
        assertThat(checked.plan().isPresent()).isNotEqualTo(checked.findings().broken());
        checked.plan().ifPresent(it -> heard(it, new SplittableRandom(seed)));
    }

    @Property(tries = 1_000)
    void aSpoiltMessageIsHeardOrTurnedAway(@ForAll long seed) {
        heard(Example.plan("riverside"), new SplittableRandom(seed));
    }

    private static void heard(Plan plan, SplittableRandom random) {
        var body = SpoiltJson.of(MESSAGE, random);
        for (var topic : new String[] {"river/WL-7/level", "street/manhole/up"}) {
            if (Heard.of(plan, topic, body, NOW) instanceof Heard.Read read) {
                assertThat(read.device()).isNotBlank();
                assertThat(read.at()).isNotNull();
                read.rule().alarm().ifPresent(it -> Judge.of(it, read.values(), read.at()));
            }
        }
    }
}
