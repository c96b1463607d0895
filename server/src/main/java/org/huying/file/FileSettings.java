package org.huying.file;

import java.time.Duration;
import org.huying.sheet.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// `huying.files.*`: how much of a file is taken, and how long it is kept.
///
/// @param size of a file that is brought in
/// @param unpacked of all parts of an XLSX file together
/// @param rows of a file that is brought in
/// @param atOnce of a file that is taken as a whole or not at all: one transaction holds them
/// @param cell characters in a cell
/// @param exported rows of a file that is taken away
/// @param kept how long rows and their faults are kept after the file has been dealt with
@ConfigurationProperties("huying.files")
record FileSettings(
        @DefaultValue("48MB") DataSize size,
        @DefaultValue("512MB") DataSize unpacked,
        @DefaultValue("200000") int rows,
        @DefaultValue("100000") int atOnce,
        @DefaultValue("100") int columns,
        @DefaultValue("8000") int cell,
        @DefaultValue("500000") int exported,
        @DefaultValue("7d") Duration kept) {

    /// Of such a list.
    int atOnce(Intake intake) {
        return Math.min(atOnce, intake.atOnce());
    }

    Limits limits() {
        return new Limits(rows, columns, cell, unpacked.toBytes());
    }
}
