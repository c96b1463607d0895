package org.huying.org.command;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.TerritoryCode;

/// The bodies that a table names, and everything that is wrong with it, line by line.
record OrganisationLines(List<OrgEdits.Entry> entries, List<Flaw> flaws) {
    static final List<String> HEADING = List.of("key", "name", "kind", "parent", "anchor");

    private static final int MOST = 50_000;
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,99}";
    private static final String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";

    record Flaw(long line, String field, String zh, String en) {}

    /// @param known the keys of the bodies that are there already, which a parent may be
    static OrganisationLines read(String region, Reader table, Set<String> known)
            throws IOException {
        var lines = new OrganisationLines(new ArrayList<>(), new ArrayList<>());
        var keys = new HashSet<String>();
        var records = new ArrayList<CSVRecord>();
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setTrim(true)
                        .setIgnoreEmptyLines(false)
                        .get();
        try (var parsed = format.parse(table)) {
            if (!parsed.getHeaderNames().containsAll(HEADING)) {
                throw new IOException("列名应为 the heading is " + String.join(",", HEADING));
            }
            for (var record : parsed) {
                records.add(record);
                if (records.size() > MOST) {
                    throw new IOException("最多 at most %,d".formatted(MOST));
                }
            }
        }
        records.removeIf(record -> record.stream().allMatch(String::isEmpty));
        for (var record : records) {
            if (!keys.add(cell(record, "key"))) {
                lines.wrong(record, "key", "前面已有这个键", "The key stands on a line before");
            }
        }
        keys.addAll(known);
        records.forEach(record -> lines.take(region, record, keys));
        return lines;
    }

    private void take(String region, CSVRecord record, Set<String> keys) {
        int before = flaws.size();
        var key = cell(record, "key");
        var name = cell(record, "name");
        var parent = cell(record, "parent");
        var anchor = cell(record, "anchor");
        var kind = kind(cell(record, "kind"));
        check(record, "key", key.matches(KEY), "小写英文、数字、短横线", "Small letters, digits, hyphens");
        check(
                record,
                "name",
                !name.isEmpty() && name.length() <= 200,
                "1 到 200 字",
                "1 to 200 letters");
        check(record, "kind", kind.isPresent(), "没有这种机构", "There is no such kind of body");
        check(
                record,
                "parent",
                parent.isEmpty() || (keys.contains(parent) && !parent.equals(key)),
                "没有这个上级",
                "There is no such body above");
        check(
                record,
                "anchor",
                anchor.isEmpty() || (anchor.matches(CODE) && anchor.startsWith(region)),
                "不是本县的区划代码",
                "No code of a place in the county");
        if (flaws.size() == before) {
            entries.add(
                    new OrgEdits.Entry(
                            key,
                            name,
                            kind.orElseThrow(),
                            Optional.of(parent).filter(it -> !it.isEmpty()),
                            Optional.of(anchor)
                                    .filter(it -> !it.isEmpty())
                                    .map(TerritoryCode::of)));
        }
    }

    private void check(CSVRecord record, String field, boolean right, String zh, String en) {
        if (!right) {
            wrong(record, field, zh, en);
        }
    }

    private void wrong(CSVRecord record, String field, String zh, String en) {
        flaws.add(new Flaw(record.getRecordNumber() + 1, field, zh, en));
    }

    private static Optional<OrganisationKind> kind(String text) {
        var word = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var kind : OrganisationKind.values()) {
            if (kind.name().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String cell(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }
}
