package org.huying.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.eventlog.StoredFact;
import org.huying.eventlog.Tail;
import org.huying.matter.MatterSummary;
import org.huying.whistle.WhistleSummary;
import org.jspecify.annotations.Nullable;

/// Something that moved, ready to be told to those it concerns.
///
/// @param event `matter`, `whistle` or `notice`
record Moved(Tail.Place place, String region, String event, Object data, Audience audience) {

    /// A matter or whistle that took a step. Ids and codes only: who wants to see it asks for it.
    ///
    /// @param state what the step led to
    /// @param unit who has the matter in hand by now; of a whistle the unit that the step was about
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LiveStep")
    record Step(
            UUID id,
            String number,
            int version,
            String state,
            String act,
            String area,
            @Nullable UUID unit,
            OffsetDateTime at) {}

    /// There is something new in the inbox.
    record News(OffsetDateTime at) {}

    static Moved matter(Tail.Read read, MatterSummary matter) {
        var fact = read.fact();
        var units = new ArrayList<>(matter.beside().involved());
        matter.unit().ifPresent(units::add);
        var step =
                new Step(
                        matter.id(),
                        matter.number(),
                        fact.facts().path("version").asInt(matter.version()),
                        fact.facts().path("to").asString(matter.state()),
                        fact.facts().path("act").asString(""),
                        matter.area().value(),
                        matter.unit().orElse(null),
                        time(fact.at()));
        var audience = new Audience.OfMatter(matter.area(), units, matter.requester());
        return new Moved(read.place(), fact.region(), "matter", step, audience);
    }

    static Moved whistle(Tail.Read read, WhistleSummary whistle) {
        var fact = read.fact();
        var units =
                Stream.concat(
                                whistle.callerUnit().stream(),
                                whistle.summoned().stream().map(WhistleSummary.Summoned::unit))
                        .toList();
        var step =
                new Step(
                        whistle.id(),
                        whistle.number(),
                        whistle.version(),
                        fact.facts().path("to").asString(whistle.state()),
                        fact.facts().path("act").asString(""),
                        whistle.area().value(),
                        about(fact),
                        time(fact.at()));
        var audience = new Audience.OfWhistle(whistle.area(), units);
        return new Moved(read.place(), fact.region(), "whistle", step, audience);
    }

    /// Of a [NoticesTold].
    static Moved notice(Tail.Read read) {
        var fact = read.fact();
        var recipients = new ArrayList<UUID>();
        fact.facts()
                .path("recipients")
                .forEach(it -> recipients.add(UUID.fromString(it.asString())));
        return new Moved(
                read.place(),
                fact.region(),
                "notice",
                new News(time(fact.at())),
                new Audience.OfInboxes(List.copyOf(recipients)));
    }

    private static @Nullable UUID about(StoredFact fact) {
        var unit = fact.facts().path("unit").asString("");
        return unit.isEmpty() ? null : UUID.fromString(unit);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
