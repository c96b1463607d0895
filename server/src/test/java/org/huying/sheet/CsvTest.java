package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String TEXT = "编号,姓名\r\n1,张三\r\n\r\n2,\"李\r\n四\"\r\n";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void readsTheEncodingsThatPeopleHave(String charset) throws IOException, Unfit {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var file = Sheets.csv(folder, (mark + TEXT).getBytes(Charset.forName(charset)));
        assertThat(SheetFile.of(file, Sheets.LIMITS).encoding()).isEqualTo(charset);
        assertThat(Sheets.read(file))
                .containsExactly(
                        new Row(1, List.of("编号", "姓名")),
                        new Row(2, List.of("1", "张三")),
                        new Row(4, List.of("2", "李\r\n四")));
    }

    @Test
    void theMarkOfUtf8IsNoPartOfTheFirstHead() throws IOException, Unfit {
        var file = Sheets.csv(folder, ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(Sheets.read(file).getFirst().cells()).containsExactly("编号", "姓名");
    }

    @Test
    void readsTabsAndSemicolons() throws IOException, Unfit {
        var file = Sheets.csv(folder, "a;b\n1,5;2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Sheets.read(file).getLast().cells()).containsExactly("1,5", "2");
        file = Sheets.csv(folder, "a\tb\n1,5\t2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Sheets.read(file).getLast().cells()).containsExactly("1,5", "2");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        refused(new byte[0], "空");
        refused(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1, 2}, "GB18030");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, ".xls");
    }

    @Test
    void endsAtItsLimits() throws IOException {
        refused("a\n".repeat(1_002).getBytes(StandardCharsets.UTF_8), "1,000 行");
        refused(",".repeat(20).concat("x").getBytes(StandardCharsets.UTF_8), "20 列");
        refused("x".repeat(2_001).getBytes(StandardCharsets.UTF_8), "2,000 字");
    }

    @Test
    void aQuotationMarkThatNobodyClosedDoesNotReadTheWholeFile() throws IOException {
        var endless = "a,b\n\"" + "长长的一行,\n".repeat(600_000);
        refused(endless.getBytes(StandardCharsets.UTF_8), "引号");
    }

    @Test
    void exactlyTheMostRowsAreRead() throws IOException, Unfit {
        var file = Sheets.csv(folder, "a\n".repeat(1_001).getBytes(StandardCharsets.UTF_8));
        assertThat(Sheets.read(file)).hasSize(1_001);
    }

    @Property(tries = 300)
    void whateverBytesComeItEndsInRowsOrARefusal(@ForAll @NotEmpty byte[] bytes)
            throws IOException {
        var file = Files.createTempFile("hostile", ".csv");
        try {
            Files.write(file, bytes);
            assertThat(Sheets.read(file)).hasSizeLessThan(bytes.length + 2);
        } catch (Unfit e) {
            assertThat(e.why().zh()).isNotBlank();
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll @Size(min = 1, max = 10) List<@NotEmpty String> cells)
            throws IOException, Unfit {
        var clean = cells.stream().map(Cells::clean).toList();
        var out = new ByteArrayOutputStream();
        try (var writer = new CsvWriter(out)) {
            writer.row(List.of("head"));
            writer.row(clean);
        }
        var file = Files.createTempFile("written", ".csv");
        try {
            var rows = Sheets.read(Files.write(file, out.toByteArray()));
            if (clean.stream().allMatch(String::isBlank)) {
                assertThat(rows).hasSize(1);
            } else {
                var read = rows.getLast().cells().stream().map(Cells::clean).toList();
                assertThat(read).isEqualTo(clean);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void refused(byte[] bytes, String why) throws IOException {
        var file = Sheets.csv(folder, bytes);
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> Sheets.read(file))
                .satisfies(it -> assertThat(it.why().zh()).contains(why));
    }
}
