package org.huying.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.huying.sheet.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is wrong with the rows of files that were brought in.
@Repository
class ImportFaults {

    /// More than this is not said of one row.
    private static final int MOST_OF_A_ROW = 20;

    private final JdbcClient jdbc;

    ImportFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Answers how many rows they are of.
    int add(Import.Id id, List<Fault> faults) {
        if (faults.isEmpty()) {
            return 0;
        }
        var seqs = new HashMap<Long, Integer>();
        var numbered =
                faults.stream()
                        .map(it -> seqs.merge(it.line(), 1, Integer::sum))
                        .map(Object::toString)
                        .toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO file.fault (region, import, line, seq, cell, code, zh, en)
                        SELECT :region, :import, f.* FROM unnest(:lines::bigint[], :seqs::integer[], :cells::text[],
                               :codes::text[], :zh::text[], :en::text[]) AS f (line, seq, cell, code, zh, en)
                         WHERE f.seq <= :most
                        ON CONFLICT DO NOTHING
                        """)
                .param("region", id.region())
                .param("import", id.value())
                .param("lines", texts(faults, it -> Long.toString(it.line())))
                .param("seqs", numbered)
                .param("cells", texts(faults, Fault::column))
                .param("codes", texts(faults, Fault::code))
                .param("zh", texts(faults, it -> it.why().zh()))
                .param("en", texts(faults, it -> it.why().en()))
                .param("most", MOST_OF_A_ROW)
                .update();
        return new HashSet<>(faults.stream().map(Fault::line).toList()).size();
    }

    /// By line, those after `line`: at least so many if there are, and all of the last line.
    List<Fault> after(Import.Id id, long line, int limit) {
        return jdbc.sql(
                        """
                        SELECT line, cell, code, zh, en FROM file.fault
                         WHERE region = :region AND import = :import AND line > :line ORDER BY line
                         FETCH FIRST :limit ROWS WITH TIES
                        """)
                .param("region", id.region())
                .param("import", id.value())
                .param("line", line)
                .param("limit", limit)
                .query((row, _) ->
                        new Fault(
                                row.getLong("line"),
                                row.getString("cell"),
                                row.getString("code"),
                                new Words(row.getString("zh"), row.getString("en"))))
                .list();
    }

    /// Of rows between two lines, both included.
    List<Fault> between(Import.Id id, long from, long to) {
        return jdbc.sql(
                        """
                        SELECT line, cell, code, zh, en FROM file.fault
                         WHERE region = :region AND import = :import AND line BETWEEN :from AND :to ORDER BY line, seq
                        """)
                .param("region", id.region())
                .param("import", id.value())
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Fault(
                                row.getLong("line"),
                                row.getString("cell"),
                                row.getString("code"),
                                new Words(row.getString("zh"), row.getString("en"))))
                .list();
    }

    void forget(Import.Id id) {
        jdbc.sql("DELETE FROM file.fault WHERE region = :region AND import = :import")
                .param("region", id.region())
                .param("import", id.value())
                .update();
    }

    private static String[] texts(
            List<Fault> faults, java.util.function.Function<Fault, String> what) {
        return faults.stream().map(what).toArray(String[]::new);
    }
}
