package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(Cells.clean("\uFEFF 路灯\u3000")).isEqualTo("路灯");
        assertThat(Cells.clean("路灯\u00A0 \t")).isEqualTo("路灯");
        assertThat(Cells.clean("左\t右")).isEqualTo("左 右");
        assertThat(Cells.clean("一行\n两行\u0000\u200B")).isEqualTo("一行\n两行");
        assertThat(Cells.narrow("１３８００００１１１１　")).isEqualTo("13800001111");
        assertThat(Cells.narrow("ＡＢ－１")).isEqualTo("AB-1");
        assertThat(Cells.clean("全角１２３不动")).isEqualTo("全角１２３不动");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31",
        "2026/1/31, 2026-01-31",
        "2026.1.31, 2026-01-31",
        "2026年1月31日, 2026-01-31",
        "20260131, 2026-01-31",
        "２０２６－０１－３１, 2026-01-31",
        "46053, 2026-01-31",
        "46053.5, 2026-01-31",
        "61, 1900-03-01"
    })
    void readsDaysAsTheyAreWritten(String said, LocalDate day) {
        if (said.length() == 2) {
            assertThat(Cells.day(said)).as("no number of days of our time").isEmpty();
        } else {
            assertThat(Cells.day(said)).contains(day);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-13-01", "明天", "1234567", "2026-1", "1/31/2026", "99999999"})
    void whatIsNoDayIsNone(String said) {
        assertThat(Cells.day(said)).isEmpty();
    }

    @Test
    void readsTheTimeOfDay() {
        assertThat(Cells.moment("2026-01-31 8:30")).contains(LocalDateTime.of(2026, 1, 31, 8, 30));
        assertThat(Cells.moment("2026/1/31 08:30:15"))
                .contains(LocalDateTime.of(2026, 1, 31, 8, 30, 15));
        assertThat(Cells.moment("46053.354166667")).contains(LocalDateTime.of(2026, 1, 31, 8, 30));
        assertThat(Cells.moment("2026-01-31 25:00")).isEmpty();
    }

    @Property
    void aDayThatASpreadsheetCountsIsThatDay(
            @ForAll @LongRange(min = 10_000, max = 99_999) long days) {
        var expected = LocalDate.of(1899, 12, 30).plusDays(days);
        assertThat(Cells.day(Long.toString(days))).contains(expected);
    }

    @Property
    void whateverIsTypedIsReadAndStaysClean(@ForAll String typed) {
        var clean = Cells.clean(typed);
        assertThat(Cells.clean(clean.startsWith("'") ? clean.substring(1) : clean)).isNotNull();
        assertThat(clean).isEqualTo(clean.strip());
        assertThat(Cells.narrow(typed).chars()).noneMatch(it -> it >= 0xFF01 && it <= 0xFF5E);
        for (var kind : Field.Kind.values()) {
            var field = Field.of(kind, "k", new Words("列", "Column"), 10, new Words("", ""));
            var read = field.read(typed);
            assertThat(field.flaw(read)).isNotNull();
        }
    }

    @Property
    void nothingThatGoesOutIsAFormulaAndItComesBackTheSame(@ForAll String text) {
        var out = Cells.harmless(text);
        assertThat(out.stripLeading()).doesNotStartWith("=").doesNotStartWith("@");
        assertThat(out.stripLeading()).doesNotStartWith("+").doesNotStartWith("-");
        var clean = Cells.clean(text);
        assertThat(Cells.clean(Cells.harmless(clean))).isEqualTo(clean);
    }

    @Test
    void findsWhatIsWrongInACell() {
        var words = new Words("", "");
        var term = new Field.Term("hotline", new Words("热线", "Hotline"));
        var channel =
                Field.oneOf("channel", new Words("来路", "Channel"), words, List.of(term)).must();
        assertThat(channel.read(" 热线 ")).isEqualTo("hotline");
        assertThat(channel.read("HOTLINE")).isEqualTo("hotline");
        assertThat(channel.flaw("fax").orElseThrow().code()).isEqualTo("unknown");
        assertThat(channel.flaw("").orElseThrow().code()).isEqualTo("missing");
        var day = Field.of(Field.Kind.DAY, "day", new Words("日", "Day"), 20, words);
        assertThat(day.flaw(day.read("46053"))).isEmpty();
        assertThat(day.flaw(day.read("改天")).orElseThrow().code()).isEqualTo("not-a-day");
        var number = Field.of(Field.Kind.NUMBER, "n", new Words("数", "Number"), 20, words);
        assertThat(number.flaw(number.read("１２.５"))).isEmpty();
        assertThat(number.flaw("1e99999").orElseThrow().code()).isEqualTo("not-a-number");
        assertThat(number.flaw("NaN").orElseThrow().code()).isEqualTo("not-a-number");
        assertThat(number.flaw("1".repeat(21)).orElseThrow().code()).isEqualTo("too-long");
    }
}
