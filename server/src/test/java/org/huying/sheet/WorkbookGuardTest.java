package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small workbooks that would fill the memory, and large ones that do not.
class WorkbookGuardTest {

    private static final Limits ROOM = new Limits(1_000, 20, 2_000, 256L << 20);

    @TempDir Path folder;

    @Test
    void aTokenWithoutAnEndIsRefusedBeforeItIsHeld() throws IOException {
        var much = "a".repeat(3 << 20);
        for (var token :
                new String[] {
                    "<!--" + much + "-->", "<?x " + much + "?>", "<x a=\"" + much + "\"/>"
                }) {
            var parts = Sheets.parts(token + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "");
            assertThat(Sheets.zipped(parts)).hasSizeLessThan(20_000);
            refused(parts, ROOM, "完好");
        }
    }

    @Test
    void manyCellsWithoutAReferenceAreRefused() throws IOException {
        refused(Sheets.parts("<row r=\"1\">" + "<c/>".repeat(5_000) + "</row>", ""), ROOM, "完好");
        var within = "<row>" + "<c/>".repeat(2_000);
        refused(Sheets.parts(within.repeat(3) + "</row>".repeat(3), ""), ROOM, "完好");
    }

    @Test
    void ofManyRowsOrOfAChainOfFormulasNoneIsTooLong() throws IOException, Unfit {
        var parts =
                Sheets.parts(("<row>" + "<c><v>1</v></c>".repeat(20) + "</row>").repeat(900), "");
        parts.put(
                "xl/calcChain.xml", "<calcChain>" + "<c r=\"A1\"/>".repeat(9_000) + "</calcChain>");
        assertThat(Sheets.read(Sheets.workbook(folder, parts), ROOM)).hasSize(900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<si><t>字</t></si>",
                "<xf/>",
                "<numFmt numFmtId=\"1\" formatCode=\"0\"/>",
                "<sheet name=\"S\"/>",
                "<Relationship Id=\"1\"/>",
                "<Override PartName=\"x\"/>"
            })
    void whatTheReaderKeepsIsCountedInWhicheverPart(String kept) throws IOException {
        var parts = Sheets.parts("", "");
        parts.put("xl/some.xml", "<x>" + kept.repeat(100_000) + "</x>");
        refused(parts, Sheets.LIMITS, "文字和格式过多");
    }

    @Test
    void arrayFormulasAreFew() throws IOException {
        var formula = "<c><f t=\"array\" ref=\"A1:B2\">1</f><v>1</v></c>";
        refused(Sheets.parts(("<row>" + formula + "</row>").repeat(1_001), ""), ROOM, "完好");
    }

    @Test
    void theRunsOfOneCellAreCountedTogether() throws IOException {
        var run = "<r><t>" + "字".repeat(1_000) + "</t></r>";
        refused(
                Sheets.parts(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>"
                                + run.repeat(5)
                                + "</is></c></row>",
                        ""),
                ROOM,
                "单元格");
        refused(Sheets.parts("", "<si>" + run.repeat(5) + "</si>"), ROOM, "单元格");
    }

    @Test
    void aPartThatBeginsWithASpaceIsLookedAtAsWell() throws IOException {
        var parts = Sheets.parts("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "");
        parts.compute("xl/worksheets/sheet1.xml", (_, it) -> "\n" + it);
        refused(parts, ROOM, "完好");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\" t=\"d\"><v>2026-01-31</v></c>",
                "<c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>1</v></c>"
            })
    void whatTheLibraryCannotReadIsRefused(String cell) throws IOException {
        refused(Sheets.parts("<row r=\"1\">" + cell + "</row>", ""), ROOM, "完好");
    }

    private void refused(Map<String, String> parts, Limits limits, String why) throws IOException {
        var file = Sheets.workbook(folder, parts);
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> Sheets.read(file, limits))
                .satisfies(it -> assertThat(it.why().zh()).contains(why));
    }
}
