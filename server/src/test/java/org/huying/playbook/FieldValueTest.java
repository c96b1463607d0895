package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FieldValueTest {

    private static FieldKind kind(FieldKind.Type type, long least, long most) {
        var choices = new LinkedHashMap<String, Text>();
        if (type.chosen()) {
            choices.put("gas", new Text("煤气", "Gas"));
            choices.put("smoke", new Text("烟", "Smoke"));
            choices.put("drain", new Text("下水道", "Drain"));
        }
        return new FieldKind("x", new Text("某", "Some"), type, false, false, least, most, choices);
    }

    private static Optional<Object> kept(FieldKind.Type type, Object value) {
        return FieldValue.kept(kind(type, 0, 9), value);
    }

    @Test
    void takesFlagsNumbersAndTexts() {
        assertThat(kept(FieldKind.Type.FLAG, true)).hasValue(true);
        assertThat(kept(FieldKind.Type.FLAG, "true")).isEmpty();
        assertThat(kept(FieldKind.Type.NUMBER, 9)).hasValue(9L);
        assertThat(kept(FieldKind.Type.NUMBER, BigInteger.TWO)).hasValue(2L);
        assertThat(kept(FieldKind.Type.NUMBER, 10)).isEmpty();
        assertThat(kept(FieldKind.Type.NUMBER, 1.5)).isEmpty();
        assertThat(kept(FieldKind.Type.TEXT, " 三楼 ")).hasValue("三楼");
        assertThat(kept(FieldKind.Type.TEXT, " ")).isEmpty();
        assertThat(kept(FieldKind.Type.TEXT, "十个字以上就太长了吧")).isEmpty();
    }

    @Test
    void keepsMomentsInOneWayWhateverTheirOffset() {
        assertThat(kept(FieldKind.Type.TIME, "2026-05-01T08:00:00+08:00"))
                .hasValue("2026-05-01T00:00:00Z");
        assertThat(kept(FieldKind.Type.TIME, "2026-05-01T00:00Z")).hasValue("2026-05-01T00:00:00Z");
        for (var wrong :
                List.of(
                        "2026-05-01",
                        "2026-05-01T08:00:00",
                        "soon",
                        "",
                        "+99999-01-01T00:00:00Z")) {
            assertThat(kept(FieldKind.Type.TIME, wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void takesOneOrSeveralOfTheChoices() {
        assertThat(kept(FieldKind.Type.CHOICE, "smoke")).hasValue("smoke");
        assertThat(kept(FieldKind.Type.CHOICE, "fish")).isEmpty();
        assertThat(kept(FieldKind.Type.CHOICES, List.of("drain", "gas")))
                .hasValue(List.of("gas", "drain"));
        assertThat(kept(FieldKind.Type.CHOICES, List.of())).isEmpty();
        assertThat(kept(FieldKind.Type.CHOICES, List.of("gas", "fish"))).isEmpty();
        assertThat(kept(FieldKind.Type.CHOICES, "gas")).isEmpty();
        assertThat(FieldValue.kept(kind(FieldKind.Type.CHOICES, 0, 1), List.of("gas", "drain")))
                .isEmpty();
    }

    @Test
    void isReadByItsNames() {
        var both = kind(FieldKind.Type.CHOICES, 0, 3);
        assertThat(FieldValue.words(both, List.of("gas", "gone")))
                .hasValue(new Text("煤气、gone", "Gas, gone"));
        assertThat(FieldValue.words(kind(FieldKind.Type.CHOICE, 0, 3), "smoke"))
                .hasValue(new Text("烟", "Smoke"));
        assertThat(FieldValue.words(kind(FieldKind.Type.FLAG, 0, 1), false))
                .hasValue(new Text("否", "No"));
        assertThat(FieldValue.words(kind(FieldKind.Type.TEXT, 0, 9), "x")).isEmpty();
    }

    @Property
    void whatIsKeptFitsAgain(@ForAll FieldKind.Type type, @ForAll("values") Object value) {
        var kind = kind(type, -3, 9);
        FieldValue.kept(kind, value)
                .ifPresent(it -> assertThat(FieldValue.kept(kind, it)).hasValue(it));
        assertThat(FieldValue.rule(kind).zh()).isNotBlank();
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> moments =
                Arbitraries.longs()
                        .between(-70_000_000_000L, 250_000_000_000L)
                        .map(it ->
                                OffsetDateTime.ofInstant(
                                                Instant.ofEpochSecond(it), ZoneOffset.ofHours(8))
                                        .toString());
        Arbitrary<Object> keys =
                Arbitraries.of("gas", "smoke", "drain", "fish").list().ofMaxSize(4).map(it -> it);
        return Arbitraries.oneOf(
                moments,
                keys,
                Arbitraries.of(
                        true, false, 3, 3L, -4, 2.5, "gas", Map.of(), BigInteger.TEN.pow(30)),
                Arbitraries.strings().ofMaxLength(12).map(it -> it));
    }
}
