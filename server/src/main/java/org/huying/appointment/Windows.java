package org.huying.appointment;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Calendars;
import org.huying.database.Ids;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.WindowKind;
import org.huying.playbook.WindowKind.Hours;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which windows there are at a place, and when they are open: by the playbook, unless the place says otherwise.
@Component
class Windows {

    private final Playbooks playbooks;
    private final Calendars calendars;
    private final Territory territory;
    private final JdbcClient jdbc;
    private final Clock clock;

    Windows(
            Playbooks playbooks,
            Calendars calendars,
            Territory territory,
            JdbcClient jdbc,
            Clock clock) {
        this.playbooks = playbooks;
        this.calendars = calendars;
        this.territory = territory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The windows that a place of this level has. Throws `Problem.PLACE_UNKNOWN` where there is no such place.
    Collection<WindowKind> at(TerritoryCode area) {
        if (territory.node(area, now()).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        var word = word(area.level());
        return playbooks.current(area, now()).windows().values().stream()
                .filter(it -> it.level().equals(word))
                .toList();
    }

    WindowKind window(TerritoryCode area, String key) {
        return at(area).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> Problem.NOT_FOUND.with("这里没有这个窗口", "There is no such window here"));
    }

    /// What a place has set from a day on.
    record Opening(LocalDate from, List<Hours> hours) {}

    List<Opening> openings(TerritoryCode area, String window) {
        return jdbc.sql(
                        """
                        SELECT from_day, hours FROM appointment.opening
                         WHERE region = :region AND area = :area AND opens = :window ORDER BY from_day, id
                        """)
                .param("region", area.region())
                .param("area", area.value())
                .param("window", window)
                .query((row, _) ->
                        new Opening(
                                row.getObject("from_day", LocalDate.class),
                                hours(row.getArray("hours"))))
                .list();
    }

    void set(TerritoryCode area, String window, Opening opening, String reason, UUID by) {
        jdbc.sql(
                        """
                        INSERT INTO appointment.opening (region, id, area, opens, from_day, hours, reason, by_account, at)
                        VALUES (:region, :id, :area, :window, :from, :hours::text[], :reason, :by, :at)
                        """)
                .param("region", area.region())
                .param("id", Ids.next())
                .param("area", area.value())
                .param("window", window)
                .param("from", opening.from())
                .param(
                        "hours",
                        opening.hours().stream().map(Hours::toString).toArray(String[]::new))
                .param("reason", reason)
                .param("by", by)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The slots that can still be booked on these days.
    List<Slot> slots(TerritoryCode area, WindowKind window, LocalDate from, int days) {
        var now = now();
        var today = TerritoryDay.of(now);
        var last = today.plusDays(window.ahead());
        var openings = openings(area, window.key());
        var playbook = playbooks.current(area, now);
        var slots = new ArrayList<Slot>();
        for (var day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
            if (!day.isBefore(today) && !day.isAfter(last)) {
                slots.addAll(
                        Slot.of(
                                day,
                                hours(openings, window, day),
                                window.slot(),
                                worked(area, playbook, day)));
            }
        }
        return slots.stream().filter(it -> it.starts().isAfter(now)).toList();
    }

    private boolean worked(TerritoryCode area, Playbook playbook, LocalDate day) {
        return calendars.of(area.region(), playbook.calendar()).worked(day);
    }

    private static List<Hours> hours(List<Opening> openings, WindowKind window, LocalDate day) {
        Optional<Opening> last =
                openings.stream().filter(it -> !it.from().isAfter(day)).reduce((_, later) -> later);
        return last.map(Opening::hours).orElse(window.hours());
    }

    private static List<Hours> hours(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Hours::parse).toList();
    }

    private static String word(Level level) {
        return switch (level) {
            case PROVINCE -> "province";
            case CITY -> "city";
            case COUNTY -> "county";
            case STREET -> "street";
            case COMMUNITY -> "community";
            case GRID -> "grid";
            case MICRO_GRID -> "micro";
        };
    }
}
