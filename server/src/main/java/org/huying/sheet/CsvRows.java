package org.huying.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a CSV file. A quotation mark that nobody closed ends the reading, not the memory.
final class CsvRows implements Rows {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Metered meter;
    private final Limits limits;
    private int read;

    CsvRows(Reader text, char separator, Limits limits) throws IOException {
        this.meter = new Metered(text, limits.row());
        this.limits = limits;
        this.parser =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .setTrailingData(true)
                        .setLenientEof(true)
                        .get()
                        .parse(new BufferedReader(meter));
        this.records = parser.iterator();
    }

    @Override
    public Optional<Row> next() throws IOException, Unfit {
        while (true) {
            meter.begin();
            long line = parser.getCurrentLineNumber() + 1;
            var record = record(line);
            if (record.isEmpty()) {
                return Optional.empty();
            }
            var cells = record.get();
            if (cells.size() > limits.columns()) {
                throw limits.tooManyColumns(line);
            }
            for (var cell : cells) {
                if (cell.length() > limits.cell()) {
                    throw limits.tooLongCell(line);
                }
            }
            if (cells.stream().anyMatch(it -> !it.isBlank())) {
                if (read++ > limits.rows()) {
                    throw limits.tooManyRows();
                }
                return Optional.of(new Row(line, cells.toList()));
            }
        }
    }

    private Optional<CSVRecord> record(long line) throws IOException, Unfit {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            if (meter.spent()) {
                throw new Unfit(
                        "第 %d 行起有一行过长，可能缺一个引号".formatted(line),
                        "A row that begins on line %d is too long; a quotation mark may be missing"
                                .formatted(line));
            }
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /// Reads no more than so much for one row.
    private static final class Metered extends Reader {
        private final Reader source;
        private final int most;
        private int left;

        Metered(Reader source, int most) {
            this.source = source;
            this.most = most;
            this.left = most;
        }

        void begin() {
            left = most;
        }

        boolean spent() {
            return left <= 0;
        }

        @Override
        public int read(char[] target, int from, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("The row is too long");
            }
            int count = source.read(target, from, length);
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
