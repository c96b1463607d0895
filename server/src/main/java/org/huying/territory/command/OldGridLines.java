package org.huying.territory.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.huying.cli.Refusal;
import org.huying.cli.Sheet;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.OldGrids.OldGrid;

/// The file of `./huying import old-grids`; refuses it with the number of the first line that is not sound.
public final class OldGridLines {
    private static final int MOST = 200_000;

    private OldGridLines() {}

    public static List<OldGrid> read(Path file, String region) {
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setTrim(true)
                        .get();
        var grids = new ArrayList<OldGrid>();
        try (var in = Sheet.open(file);
                var records = format.parse(in)) {
            if (!records.getHeaderNames().containsAll(List.of("line", "code", "name", "grid"))) {
                throw Refusal.because("列名应为 the heading is line,code,name,grid: " + file);
            }
            for (var record : records) {
                var grid = record.get("grid");
                if (!grid.matches(region + "\\d{9}|" + region + "\\d{12}")
                        || record.get("line").isEmpty()
                        || record.get("code").isEmpty()
                        || grids.size() == MOST) {
                    throw Refusal.because(
                            "第 %d 行不合格 line %d is not sound: %s"
                                    .formatted(
                                            record.getRecordNumber() + 1,
                                            record.getRecordNumber() + 1,
                                            record.toList()));
                }
                grids.add(
                        new OldGrid(
                                record.get("line"),
                                record.get("code"),
                                record.get("name"),
                                TerritoryCode.of(grid)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.because("无法读取 cannot read " + file + ": " + e.getMessage());
        }
        return grids;
    }
}
