package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huying.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir Path folder;

    @Test
    void readsWhatAPersonReadsInTheCells() throws IOException, Unfit {
        var file =
                Sheets.workbook(
                        folder,
                        """
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>电话</t></is></c></row>
                        <row r="3"><c r="A3" s="1"><v>46053</v></c><c r="B3"><v>13800001111</v></c>
                         <c r="D3"><v>1e3</v></c><c r="E3" t="str"><f>A1</f><v>算得</v></c><c r="F3" t="b"><v>1</v></c></row>
                        <row r="4"><c r="A4"/></row>
                        """,
                        "<si><t>日期</t></si>");
        assertThat(Sheets.read(file))
                .containsExactly(
                        new Row(1, List.of("日期", "电话")),
                        new Row(3, List.of("2026-01-31", "13800001111", "", "1000", "算得", "1")));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException, Unfit {
        var file = folder.resolve("own.xlsx");
        try (var out = Files.newOutputStream(file);
                var rows = RowWriter.to(out, RowWriter.Format.XLSX, "表", List.of(10, 20))) {
            rows.row(List.of("编号", "内容"));
            for (int i = 0; i < 900; i++) {
                rows.row(List.of("A" + i, "=1+" + i));
            }
        }
        var rows = Sheets.read(file);
        assertThat(rows).hasSize(901);
        assertThat(rows.getLast().cells()).containsExactly("A899", "'=1+899");
        assertThat(Cells.clean(rows.getLast().cell(1))).isEqualTo("=1+899");
    }

    @Test
    void readsNothingFromOutsideAndExpandsNothing() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "机密");
        for (var part :
                List.of(
                        "xl/worksheets/sheet1.xml",
                        "xl/sharedStrings.xml",
                        "xl/workbook.xml",
                        "xl/styles.xml")) {
            var parts =
                    Sheets.parts(
                            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
                            "<si><t>&x;</t></si>");
            parts.put(
                    part,
                    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY x SYSTEM \"%s\">]>"
                                    .formatted(secret.toUri())
                            + parts.get(part));
            refused(parts, "XML 声明");
        }
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        var parts = Sheets.parts("", "");
        parts.put("xl/sharedStrings.xml", laughs + "]><sst><si><t>&a29;</t></si></sst>");
        refused(parts, "XML 声明");
    }

    @Test
    void aSmallFileThatUnpacksToALargeOneIsRefused() throws IOException {
        var bomb = Sheets.parts("", "");
        bomb.put("xl/media/image1.png", "0".repeat(9 << 20));
        assertThat(Sheets.zipped(bomb)).hasSizeLessThan(100_000);
        refused(bomb, "解开后");
        var many = Sheets.parts("", "");
        for (int i = 0; i < 2_001; i++) {
            many.put("xl/p" + i + ".xml", "<p/>");
        }
        refused(many, "部件过多");
    }

    @Test
    void aCellFarOutsideOrFullOfTextCostsNoMemory() throws IOException {
        refused(Sheets.parts("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", ""), "完好");
        refused(Sheets.parts("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", ""), "20 列");
        var endless = "字".repeat(5_000);
        refused(
                Sheets.parts(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>"
                                .formatted(endless),
                        ""),
                "单元格");
    }

    @Test
    void aTextThatIsNotThereIsNone() throws IOException, Unfit {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c><c r=\"B1\"><v>1</v></c></row>";
        assertThat(Sheets.read(Sheets.workbook(folder, rows, "")).getFirst().cell(1))
                .isEqualTo("1");
    }

    @Test
    void aNumberOfABillionDigitsStaysShort() throws IOException, Unfit {
        var file =
                Sheets.workbook(
                        folder,
                        "<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c><c r=\"B1\" s=\"1\"><v>1e9</v></c></row>",
                        "");
        assertThat(Sheets.read(file).getFirst().cell(0)).isEqualTo("1E+999999999");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        var file = folder.resolve("x.xlsx");
        Files.write(
                file,
                "PK\u0003\u0004 not at all".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> Sheets.read(file));
        var parts = Sheets.parts("", "");
        parts.remove("xl/workbook.xml");
        refused(parts, "完好");
        parts = Sheets.parts("<row r=\"1\"><c", "");
        refused(parts, "完好");
    }

    /// Every byte of a sound file, changed: rows or a refusal, and nothing else.
    @Property(tries = 400)
    void aDamagedFileEndsInRowsOrARefusal(@ForAll int seed) throws IOException {
        var random = new SplittableRandom(seed);
        var bytes =
                Sheets.zipped(
                        Sheets.parts(
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46053</v></c></row>",
                                "<si><t>头</t></si>"));
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        var file = Files.createTempFile("damaged", ".xlsx");
        try {
            assertThat(Sheets.read(Files.write(file, bytes))).hasSizeLessThan(50);
        } catch (Unfit e) {
            assertThat(e.why().en()).isNotBlank();
        } finally {
            Files.delete(file);
        }
    }

    /// The same inside of the parts, where the archive is sound.
    @Property(tries = 400)
    void aDamagedPartEndsInRowsOrARefusal(@ForAll int seed) throws IOException {
        var random = new SplittableRandom(seed);
        var parts =
                Sheets.parts(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46053</v></c></row>",
                        "<si><t>头</t></si>");
        var name = new ArrayList<>(parts.keySet()).get(random.nextInt(parts.size()));
        var text = new StringBuilder(parts.get(name));
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127));
        }
        parts.put(name, text.toString());
        var file = Files.createTempFile("damaged", ".xlsx");
        try {
            assertThat(Sheets.read(Files.write(file, Sheets.zipped(parts)))).hasSizeLessThan(50);
        } catch (Unfit e) {
            assertThat(e.why().en()).isNotBlank();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theTemplateSaysWhatBelongsWhere() throws IOException, Unfit {
        var term = new Field.Term("complaint", new Words("投诉", "Complaint"));
        var fields =
                List.of(
                        Field.text(
                                        "title",
                                        new Words("标题", "Title"),
                                        80,
                                        new Words("一句话", "One sentence"))
                                .must(),
                        Field.oneOf(
                                "demand",
                                new Words("诉求", "Demand"),
                                new Words("选一个", "Choose"),
                                List.of(term)));
        var out = new ByteArrayOutputStream();
        new Template(new Words("诉求", "Matters"), fields)
                .write(out, RowWriter.Format.XLSX, Language.ZH);
        var file = Files.write(folder.resolve("template.xlsx"), out.toByteArray());
        assertThat(Heading.of(Sheets.read(file).getFirst(), fields).places())
                .containsEntry("title", 0);
        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.getSheets().map(it -> it.getName())).containsExactly("诉求", "说明", "字典");
        }
    }

    private void refused(java.util.Map<String, String> parts, String why) throws IOException {
        var file = Sheets.workbook(folder, parts);
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> Sheets.read(file))
                .satisfies(it -> assertThat(it.why().zh()).contains(why));
    }
}
