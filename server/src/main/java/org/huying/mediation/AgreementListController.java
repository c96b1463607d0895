package org.huying.mediation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.mediation.AgreementLists.Entry;
import org.huying.mediation.AgreementLists.Place;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Agreements of the matters within a caller's reach, the last written first.
@RestController
class AgreementListController {

    private static final String PLACE = "[0-9]{1,18}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /// @param next pass it as `before` for the next page; absent on the last
    record AgreementPage(List<AgreementLine> agreements, @Nullable String next) {}

    /// @param signers the parties and the mediator
    /// @param signed how many of them have signed the wording that counts
    record AgreementLine(
            UUID matter,
            String number,
            String title,
            int revision,
            String place,
            LocalDate heldOn,
            String mediators,
            int signers,
            int signed,
            boolean complete,
            String writtenBy,
            OffsetDateTime writtenAt) {}

    private final AgreementLists lists;
    private final MatterSummaries matters;

    AgreementListController(AgreementLists lists, MatterSummaries matters) {
        this.lists = lists;
        this.matters = matters;
    }

    /// @param limit so many are looked through; those of other places are left out, so a page may hold fewer
    @GetMapping("/api/v1/{region}/mediations")
    @Permit(MediationDesk.WRITE)
    AgreementPage list(
            @PathVariable @Pattern(regexp = "[0-9]{6}") String region,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PLACE) String before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var found = lists.before(region, place(before), limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new AgreementPage(seen(region, shown, caller), more ? text(shown.getLast()) : null);
    }

    /// Those whose matters the caller reaches.
    List<AgreementLine> seen(String region, List<Entry> entries, Caller caller) {
        var about = about(region, entries, caller);
        return entries.stream()
                .flatMap(it ->
                        Optional.ofNullable(about.get(it.matter()))
                                .map(matter -> line(it, matter))
                                .stream())
                .toList();
    }

    private Map<UUID, MatterSummary> about(String region, List<Entry> entries, Caller caller) {
        var ids = entries.stream().map(Entry::matter).toList();
        return matters.of(region, ids).stream()
                .filter(it -> sees(caller, it))
                .collect(Collectors.toMap(MatterSummary::id, Function.identity()));
    }

    private static boolean sees(Caller caller, MatterSummary matter) {
        var units = Stream.concat(matter.unit().stream(), matter.helpers().stream()).toList();
        return caller.reach(MediationDesk.WRITE).covers(matter.area(), units);
    }

    private static AgreementLine line(Entry entry, MatterSummary matter) {
        return new AgreementLine(
                entry.matter(),
                matter.number(),
                matter.title(),
                entry.revision(),
                entry.place(),
                entry.heldOn(),
                entry.mediators(),
                entry.signers(),
                entry.signed(),
                entry.signed() >= entry.signers(),
                entry.by(),
                entry.at().atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }

    private static String text(Entry last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "." + last.matter();
    }

    private static Place place(@Nullable String text) {
        if (text == null) {
            return Place.NEWEST;
        }
        int dot = text.indexOf('.');
        try {
            long micros = Long.parseLong(text.substring(0, dot));
            return new Place(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                    UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw Problem.UNREADABLE.with(
                    "before 不是本列表给出的翻页标记", "before is not a place that this list has handed out");
        }
    }
}
