package org.huying.insight.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huying.matter.Flag;
import org.huying.matter.MatterSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the lines of what stands beside matters: one for each flag and unit that has a part in the matter.
@Component
class AsideWriter {

    private static final UUID NOBODY = new UUID(0, 0);

    private record Line(MatterSummary matter, Flag flag, UUID unit, boolean lead) {}

    private final JdbcClient jdbc;

    AsideWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param matters those that have flags now or had some before
    void write(String region, List<MatterSummary> matters) {
        if (matters.isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM insight.aside_row WHERE region = :region AND id = ANY (:ids::uuid[])")
                .param("region", region)
                .param("ids", column(matters, MatterSummary::id))
                .update();
        var lines = matters.stream().flatMap(AsideWriter::lines).toList();
        jdbc.sql(
                        """
                        INSERT INTO insight.aside_row (region, id, flag, unit, lead, reported_at, due, street, community, area)
                        SELECT :region, id, flag, unit, lead, reported_at, coalesce(due, 'infinity'), street, community,
                               area
                          FROM unnest(:ids::uuid[], :flags::text[], :units::uuid[], :leads::boolean[],
                                      :reported::timestamptz[], :due::timestamptz[], :streets::text[],
                                      :communities::text[], :areas::text[])
                               AS t(id, flag, unit, lead, reported_at, due, street, community, area)
                        """)
                .param("region", region)
                .param("ids", column(lines, it -> it.matter().id()))
                .param("flags", column(lines, it -> it.flag().key()))
                .param("units", column(lines, Line::unit))
                .param("leads", column(lines, Line::lead))
                .param("reported", column(lines, it -> it.matter().reportedAt()))
                .param("due", due(lines))
                .param("streets", column(lines, it -> RowColumns.street(it.matter())))
                .param("communities", column(lines, it -> RowColumns.community(it.matter())))
                .param("areas", column(lines, it -> it.matter().area().value()))
                .update();
    }

    /// A helper that is done is no longer helped by, and sees the matter all the same.
    private static Stream<Line> lines(MatterSummary matter) {
        var lines = new ArrayList<Line>();
        var beside = matter.beside();
        for (var flag : beside.flags()) {
            lines.add(new Line(matter, flag, matter.unit().orElse(NOBODY), true));
            var others = flag == Flag.HELPED ? beside.helping() : beside.involved();
            others.forEach(unit -> lines.add(new Line(matter, flag, unit, false)));
        }
        return lines.stream();
    }

    private static @Nullable String[] due(List<Line> lines) {
        return lines.stream()
                .map(it -> it.matter().due().map(Object::toString).orElse(null))
                .toArray(String[]::new);
    }

    private static <T> String[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
