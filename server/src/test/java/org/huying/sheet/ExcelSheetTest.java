package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.huying.problem.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExcelSheetTest {

    private static final ExcelSheet<Integer> SHEET =
            new ExcelSheet<>(
                    "数", "numbers", List.of(new ExcelSheet.Column<>("数", 9, it -> "" + it)));

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theLastRowSaysThatLinesBrokeOff(RowWriter.Format format) throws IOException, Unfit {
        var out = new ByteArrayOutputStream();
        var lines = IntStream.rangeClosed(1, 3).map(ExcelSheetTest::untilTwo).iterator();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> SHEET.write(out, format, lines, new ExcelSheet.Cut(10, Language.EN)));
        assertThat(rows(out))
                .containsExactly("数", "1", "2", "Broken off; this file is not complete");
    }

    @ParameterizedTest
    @EnumSource
    void theLastRowSaysThatThereWasMore(RowWriter.Format format) throws IOException, Unfit {
        var out = new ByteArrayOutputStream();
        var lines = IntStream.rangeClosed(1, 3).iterator();
        SHEET.write(out, format, lines, new ExcelSheet.Cut(2, Language.ZH));
        assertThat(rows(out))
                .hasSize(4)
                .startsWith("数", "1", "2")
                .last()
                .asString()
                .contains("前 2 件");
    }

    private List<String> rows(ByteArrayOutputStream out) throws IOException, Unfit {
        var file = Files.write(folder.resolve("out"), out.toByteArray());
        return Sheets.read(file).stream().map(it -> it.cell(0)).toList();
    }

    private static int untilTwo(int line) {
        if (line > 2) {
            throw new IllegalStateException("The database has gone");
        }
        return line;
    }
}
