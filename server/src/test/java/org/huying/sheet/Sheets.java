package org.huying.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files for tests, sound ones and others.
final class Sheets {

    static final Limits LIMITS = new Limits(1_000, 20, 2_000, 8L << 20);

    private Sheets() {}

    static List<Row> read(Path file) throws IOException, Unfit {
        return read(file, LIMITS);
    }

    static List<Row> read(Path file, Limits limits) throws IOException, Unfit {
        var read = new ArrayList<Row>();
        try (var rows = SheetFile.of(file, limits).rows()) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
            }
        }
        return read;
    }

    static Path csv(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.csv"), bytes);
    }

    /// A workbook written by hand, with this inside of `sheetData` and these shared texts.
    static Path workbook(Path folder, String rows, String shared) throws IOException {
        return workbook(folder, parts(rows, shared));
    }

    static Path workbook(Path folder, Map<String, String> parts) throws IOException {
        var file = folder.resolve("list.xlsx");
        try (var out = Files.newOutputStream(file)) {
            zip(out, parts);
        }
        return file;
    }

    static byte[] zipped(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        zip(bytes, parts);
        return bytes.toByteArray();
    }

    static Map<String, String> parts(String rows, String shared) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                </Types>\
                """);
        parts.put(
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>\
                """);
        parts.put(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                </Relationships>\
                """);
        parts.put(
                "xl/styles.xml",
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>\
                """);
        parts.put("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static void zip(OutputStream out, Map<String, String> parts) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
