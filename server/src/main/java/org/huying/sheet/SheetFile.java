package org.huying.sheet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that people keep a list in, recognised by what stands in it and not by its name: an XLSX workbook, of which the
/// first sheet is read, or text with commas, semicolons or tabs in UTF-8, UTF-16 or GB18030.
///
/// @param encoding as it is called, `XLSX` for a workbook
public record SheetFile(Path path, String encoding, Limits limits) {

    public static final String XLSX = "XLSX";

    private static final int PEEKED = 4_096;

    /// Throws [Unfit] for anything else.
    public static SheetFile of(Path path, Limits limits) throws IOException, Unfit {
        byte[] head;
        try (var bytes = Files.newInputStream(path)) {
            head = bytes.readNBytes(8);
        }
        if (head.length == 0) {
            throw new Unfit("文件是空的", "The file is empty");
        }
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K') {
            WorkbookGuard.check(path, limits);
            return new SheetFile(path, XLSX, limits);
        }
        if (Byte.toUnsignedInt(head[0]) == 0xD0
                && Byte.toUnsignedInt(head[1 % head.length]) == 0xCF) {
            throw new Unfit(
                    "旧格式的 .xls 或加了密码的文件读不了，请另存为 .xlsx 或 CSV",
                    "Files in the old .xls format or with a password cannot be read; save it as .xlsx or CSV");
        }
        var encoding =
                Encoding.of(path)
                        .orElseThrow(() ->
                                new Unfit(
                                        "不是 XLSX，也不是 UTF-8 或 GB18030 的文本",
                                        "Neither XLSX nor text in UTF-8 or GB18030"));
        return new SheetFile(path, encoding.charset().name(), limits);
    }

    public Rows rows() throws IOException, Unfit {
        if (encoding.equals(XLSX)) {
            return new ExcelRows(path, limits);
        }
        var text = Encoding.of(path).orElseThrow();
        char separator;
        try (var reader = text.reader(path)) {
            separator = separator(reader);
        }
        return new CsvRows(text.reader(path), separator, limits);
    }

    /// Whichever stands most often in the first line.
    private static char separator(Reader text) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int i = 0; i < PEEKED; i++) {
            int next = text.read();
            if (next < 0 || next == '\n' || next == '\r') {
                break;
            }
            commas += next == ',' ? 1 : 0;
            semicolons += next == ';' ? 1 : 0;
            tabs += next == '\t' ? 1 : 0;
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
