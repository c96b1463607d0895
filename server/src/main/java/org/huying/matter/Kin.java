package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.KinView.KinLine;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what belongs to a matter.
@Component
class Kin {

    /// The most of each kind that are shown; all are counted.
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Matters matters;
    private final StoredFollowers followers;

    Kin(JdbcClient jdbc, Matters matters, StoredFollowers followers) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.followers = followers;
    }

    KinView of(Matter matter, Caller caller) {
        var id = matter.id();
        var merged =
                ids("SELECT id FROM matter.matter WHERE region = :region AND master = :id", id);
        var parts = ids("SELECT id FROM matter.matter WHERE region = :region AND parent = :id", id);
        var master =
                matter.state() instanceof Merged(var into, _)
                        ? Optional.of(into)
                        : Optional.<UUID>empty();
        return new KinView(
                one(id, master, caller),
                lines(id, merged, caller),
                merged.size(),
                one(id, matter.aside().trail().parent(), caller),
                lines(id, parts, caller),
                parts.size(),
                followers.counts(id.region(), List.of(id.value())).getOrDefault(id.value(), 0));
    }

    private List<UUID> ids(String sql, MatterId id) {
        return jdbc.sql(sql + " ORDER BY id")
                .param("region", id.region())
                .param("id", id.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<KinLine> lines(MatterId of, List<UUID> ids, Caller caller) {
        var shown = ids.size() > MOST ? ids.subList(0, MOST) : ids;
        return shown.isEmpty()
                ? List.of()
                : matters.find(of.region(), shown).stream()
                        .filter(it -> Sight.sees(caller, it))
                        .sorted((a, b) -> a.report().at().compareTo(b.report().at()))
                        .map(it -> line(it, true))
                        .toList();
    }

    private @Nullable KinLine one(MatterId of, Optional<UUID> id, Caller caller) {
        return id.flatMap(it -> matters.find(new MatterId(of.region(), it)))
                .map(it -> line(it, Sight.sees(caller, it)))
                .orElse(null);
    }

    private static KinLine line(Matter matter, boolean seen) {
        var report = matter.report();
        return new KinLine(
                seen ? matter.id().value() : null,
                report.number(),
                seen ? report.title() : PlainWords.title(report.title()),
                StateName.of(matter.state()),
                seen ? matter.state().rating().orElse(null) : null,
                report.at().atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }
}
