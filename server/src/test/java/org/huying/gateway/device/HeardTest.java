package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.huying.gateway.device.Heard.Read;
import org.huying.gateway.device.Heard.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How messages are read by a file.
class HeardTest {

    private static final Plan RIVER = Example.plan("riverside");
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private static Read read(String topic, String body) {
        var heard = Heard.of(RIVER, topic, body, NOW);
        assertThat(heard).isInstanceOf(Read.class);
        return (Read) heard;
    }

    @Test
    void aMessageIsReadByTheRuleOfItsTopic() {
        var level =
                read(
                        "river/WL-7/level",
                        "{\"ts\":1796025600000,\"bat\":87.4,\"data\":{\"level\":3.61},\"owner\":\"张三\"}");
        assertThat(level.device()).isEqualTo("WL-7");
        assertThat(level.at()).isEqualTo(Instant.ofEpochMilli(1_796_025_600_000L));
        assertThat(level.battery()).contains(87);
        assertThat(level.values()).as("and nothing else").isEqualTo(Map.of("level", 3.61));
        var cover =
                read(
                        "street/manhole/up",
                        "{\"deviceId\":\"MH-1\",\"msgId\":9,\"tilt\":\"20.5\",\"open\":0}");
        assertThat(cover.device()).isEqualTo("MH-1");
        assertThat(cover.message()).contains("9");
        assertThat(cover.values()).isEqualTo(Map.of("tilt", 20.5, "open", false));
        assertThat(cover.at()).as("it does not say when").isEqualTo(NOW);
    }

    @Test
    void whatSaysTheSameAtTheSameTimeIsOneMessage() {
        var once = read("river/A/level", "{\"ts\":1796025500000,\"data\":{\"level\":1}}");
        var again = read("river/A/level", "{ \"ts\": 1796025500000, \"data\": {\"level\":1}}");
        var later = read("river/A/level", "{\"ts\":1796025501000,\"data\":{\"level\":1}}");
        assertThat(once.message()).isPresent().isEqualTo(again.message());
        assertThat(later.message()).isPresent().isNotEqualTo(once.message());
        assertThat(read("street/smoke/up", "{\"deviceId\":\"S\"}").message()).isEmpty();
    }

    @Test
    void whatNoDatabaseHoldsIsLeftOut() {
        var pressed =
                read(
                        "street/call/up",
                        "{\"deviceId\":\"C\",\"msgId\":\"a\\u0000b\",\"event\":\"x\\u0000\\ud800y\"}");
        assertThat(pressed.values()).isEqualTo(Map.of("event", "xy"));
        assertThat(pressed.message()).contains("ab");
    }

    @Test
    void aClockThatRunsAheadIsNotBelieved() {
        assertThat(read("river/A/level", "{\"ts\":99999999999999}").at()).isEqualTo(NOW);
    }

    /// A broker keeps what is published for a week; a clock whose battery was changed begins at some early year.
    @ParameterizedTest
    @CsvSource({"-235000,false", "-193,false", "-191,true", "-1,true", "8,true", "25,false"})
    void aClockIsBelievedForAWeekAndADay(long hours, boolean believed) {
        var told = NOW.plus(Duration.ofHours(hours));
        var read = read("river/A/level", "{\"ts\":%d}".formatted(told.toEpochMilli()));
        assertThat(read.believed()).isEqualTo(believed);
        assertThat(read.at()).isEqualTo(believed && hours < 0 ? told : NOW);
        assertThat(read.message().isPresent())
                .as("a clock that is not believed tells no messages apart")
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "river/A/other|{}|NO_RULE",
                "river/A/level|[|NO_JSON",
                "river/A/level|7|NO_JSON",
                "river/A B/level|{}|NO_DEVICE",
                "street/smoke/up|{}|NO_DEVICE",
                "street/smoke/up|{\"deviceId\":{}}|NO_DEVICE",
                "street/smoke/up|{\"deviceId\":\"../x\"}|NO_DEVICE"
            })
    void whatCannotBeReadSaysWhy(String topic, String body, Wrong wrong) {
        assertThat(Heard.of(RIVER, topic, body, NOW)).isEqualTo(wrong);
    }

    @Property
    void whateverComesIsAnswered(
            @ForAll @StringLength(max = 60) String topic,
            @ForAll @StringLength(max = 200) String body) {
        assertThat(Heard.of(RIVER, topic, body, NOW)).isNotNull();
        assertThat(Heard.of(RIVER, "street/manhole/up", body, NOW)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a/{device}/c, a/b/c, b",
        "a/+/{device}, a/b/c, c",
        "{device}/#, a/b/c, a",
        "a/b, a/b, ''",
        "a/#, a, ''"
    })
    void topicsFit(String pattern, String topic, String device) {
        assertThat(Topic.of(pattern).orElseThrow().fits(topic).orElseThrow().device())
                .isEqualTo(Optional.of(device).filter(it -> !it.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({"a/{device}/c, a/b", "a/b, a/b/c", "a/+/c, a/b/d", "a/b, A/b"})
    void otherTopicsDoNot(String pattern, String topic) {
        assertThat(Topic.of(pattern).orElseThrow().fits(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a+/b", "{device}/{device}", "a/{other}", "a b"})
    void whatIsNoPatternIsRefused(String text) {
        assertThat(Topic.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3.6,true,false",
        "3.5,false,false",
        "3.2,false,false",
        "3.1,false,true",
        ",false,false"
    })
    void theTwoConditionsAreJudged(Double level, boolean on, boolean off) {
        var body = level == null ? "{\"ts\":1}" : "{\"ts\":1,\"data\":{\"level\":" + level + "}}";
        var read = read("river/A/level", body);
        var verdict = Judge.of(read.rule().alarm().orElseThrow(), read.values(), read.at());
        assertThat(verdict).isEqualTo(new Judge.Verdict(on, off, level != null));
    }
}
