package org.huying.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.huying.gateway.sending.Retry;
import org.huying.gateway.sending.Target;
import org.huying.matter.MatterSummary;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class WebhookRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final UUID ID = UUID.fromString("0190f5fe-0000-7000-8000-000000000001");

    /// Worked out with `printf '%s' '1790000000.{"a":"呼应"}' | openssl dgst -sha256 -hmac whsec_x`.
    @Test
    void signsAsEverybodyElseCan() {
        assertThat(Signature.of("whsec_x", 1_790_000_000L, "{\"a\":\"呼应\"}"))
                .isEqualTo(
                        "t=1790000000,v1=9faec0e13c89e38877cc67f022de62facc380f19de6afa9c8fdcc0ad67cdb2e8");
        assertThat(Signature.fresh()).startsWith("whsec_").isNotEqualTo(Signature.fresh());
    }

    @Property(tries = 500, seed = "9")
    void waitsLongerEachTimeAndGivesUpInTheEnd(
            @ForAll @IntRange(min = 1, max = 30) int attempts, @ForAll long bits) {
        var after = Retry.after(attempts, new UUID(7, bits));
        if (attempts >= Retry.MOST) {
            assertThat(after).isEmpty();
        } else {
            var full = Duration.ofSeconds(10L << Math.min(attempts - 1, 20));
            var most = full.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : full;
            assertThat(after.orElseThrow()).isBetween(most.dividedBy(2), most);
        }
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeBackTogether() {
        var times =
                java.util.stream.LongStream.range(0, 100)
                        .mapToObj(it -> Retry.after(4, new UUID(1, it * 7)).orElseThrow())
                        .distinct();
        assertThat(times).hasSizeGreaterThan(90);
    }

    @Test
    void tellsIdsCodesAndTimesAndNobodysWords() throws IOException {
        var happened = new Message.Happened(ID, "DISPATCHED", "IN_PROGRESS", NOON);
        var said = Message.of(happened, matter());
        var golden = Path.of("src/test/resources/golden/webhook/matter.json");
        if (Boolean.parseBoolean(System.getenv("HUYING_UPDATE"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, said + "\n");
        }
        assertThat(said + "\n").isEqualTo(Files.readString(golden));
        assertThat(said).doesNotContain("张三家", "路灯坏了");
    }

    private static MatterSummary matter() {
        return new MatterSummary(
                "370481",
                ID,
                3,
                "370481-261120-00042",
                "IN_PROGRESS",
                true,
                "street-lamp",
                "municipal",
                "web",
                "complaint",
                TerritoryCode.of("370481001"),
                Optional.empty(),
                "张三家门口",
                "路灯坏了",
                Optional.of(ID),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(NOON.plusSeconds(86_400)),
                false,
                Optional.empty(),
                Optional.empty(),
                "base",
                1,
                false,
                MatterSummary.Beside.NOTHING);
    }

    @Test
    void goesToNoAddressOfThisMachine() throws IOException {
        assertThat(Target.of("https://example.org/hook")).isPresent();
        for (var wrong :
                List.of(
                        "",
                        "ftp://a/",
                        "https://",
                        "file:///etc/passwd",
                        "https://u:p@a/",
                        "not one",
                        "https://a/#x")) {
            assertThat(Target.of(wrong)).as(wrong).isEmpty();
        }
        for (var own :
                List.of(
                        "http://127.0.0.1/",
                        "http://[::1]/",
                        "http://169.254.169.254/",
                        "http://0.0.0.0/")) {
            assertThat(Target.allowed(URI.create(own))).as(own).isFalse();
        }
        assertThat(Target.allowed(URI.create("http://10.1.2.3/"))).isTrue();
    }
}
