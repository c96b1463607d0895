package org.huying.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
    @TempDir Path folder;

    @Test
    void readsTheFirstSheetAsAPersonReadsIt() throws IOException {
        var file = folder.resolve("Table.XLSX");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("机构");
            var heading = List.of("名称", "电话", "比例", "日期", "时刻");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(1, 0, "路灯,所 \"一\"");
            sheet.value(1, 1, 13_800_138_000L);
            sheet.value(1, 2, new BigDecimal("0.50"));
            sheet.value(1, 3, LocalDate.of(2026, 3, 2));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, LocalDateTime.of(2026, 3, 2, 9, 30));
            sheet.style(1, 4).format("yyyy-mm-dd hh:mm").set();
            book.newWorksheet("别的").value(0, 0, "不读");
        }
        assertThat(text(file))
                .isEqualTo(
                        "名称,电话,比例,日期,时刻|\"路灯,所 \"\"一\"\"\",13800138000,0.5,2026-03-02,2026-03-02T09:30:00");
    }

    @Test
    void readsCsvWithOrWithoutTheMarkThatExcelWrites() throws IOException {
        var file = folder.resolve("a.csv");
        assertThat(text(Files.writeString(file, "\uFEFFkey,name\na,甲\n")))
                .isEqualTo("key,name|a,甲");
        assertThat(text(Files.writeString(file, "key,name\na,甲\n"))).isEqualTo("key,name|a,甲");
        assertThat(text(Files.writeString(file, ""))).isEmpty();
    }

    @Test
    void refusesWhatOnlyIsCalledXlsx() throws IOException {
        var file = Files.writeString(folder.resolve("a.xlsx"), "key,name\n");
        assertThatThrownBy(() -> Sheet.open(file)).isInstanceOf(IOException.class);
    }

    private static String text(Path file) throws IOException {
        try (var reader = Sheet.open(file)) {
            return reader.lines().collect(Collectors.joining("|"));
        }
    }
}
