package org.huying.insight.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.insight.sql.MatterFilter;
import org.huying.insight.web.MatterSheet.Contacted;
import org.huying.insight.web.Queues.Queue;
import org.huying.matter.MatterContacts;
import org.huying.matter.MatterContacts.Contact;
import org.huying.matter.StateName;
import org.huying.playbook.Item;
import org.huying.playbook.Playbooks;
import org.huying.problem.Problem;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The list of all matters, newest first, as a file: what its caller sees there, and nothing more.
@Component
class MatterOutlet implements Outlet {

    private static final int PAGE = 1_000;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final Lists lists;
    private final Queues queues;
    private final MatterSheet sheet;
    private final MatterContacts contacts;
    private final Playbooks playbooks;
    private final Clock clock;

    MatterOutlet(
            Lists lists,
            Queues queues,
            MatterSheet sheet,
            MatterContacts contacts,
            Playbooks playbooks,
            Clock clock) {
        this.lists = lists;
        this.queues = queues;
        this.sheet = sheet;
        this.contacts = contacts;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "matters";
    }

    @Override
    public Words name() {
        return new Words("诉求", "Matters");
    }

    @Override
    public String permission() {
        return Visible.LISTS;
    }

    @Override
    public Optional<String> personal() {
        return Optional.of(MatterContacts.PERSONAL);
    }

    @Override
    public List<Filter> filters(String region) {
        var playbook = playbooks.current(TerritoryCode.of(region), clock.instant());
        return List.of(
                new Filter("area", new Words("区划代码", "Code of the area"), Codes.AREA),
                Filter.oneOf(
                        "state",
                        new Words("状态", "State"),
                        List.of(StateName.values()),
                        StateName::name,
                        MatterSheet::named),
                Filter.oneOf(
                                "item",
                                new Words("事项", "Item"),
                                playbook.items(),
                                Item::key,
                                (item, language) ->
                                        language.pick(item.name().zh(), item.name().en()))
                        .orAny(Codes.KEY),
                Filter.oneOf(
                                "channel",
                                new Words("来路", "Channel"),
                                playbook.matter().channels().entrySet(),
                                Map.Entry::getKey,
                                (it, language) ->
                                        language.pick(it.getValue().zh(), it.getValue().en()))
                        .orAny(Codes.KEY),
                new Filter("from", new Words("从哪天起", "From the day"), DAY),
                new Filter("to", new Words("到哪天为止（含）", "To the day, included"), DAY));
    }

    @Override
    public Lines<Contacted> open(Asked asked) {
        var region = asked.region();
        var filter =
                new MatterFilter(
                        asked.value("area").map(TerritoryCode::of),
                        asked.value("item"),
                        asked.value("state"),
                        asked.value("channel"),
                        asked.value("from").map(it -> midnight(it, 0)),
                        asked.value("to").map(it -> midnight(it, 1)),
                        Optional.empty(),
                        Optional.empty());
        var queue = Queue.MATTERS;
        var what = new Queues.Asked(queue, region, filter, Optional.empty());
        var lines =
                new Paged<Contacted, String>(after -> {
                    var place = queue.cursor().place(after.orElse(null));
                    var statement = queues.statement(what, asked.caller(), place, PAGE);
                    var page =
                            lists.page(region, statement, queue.cursor(), PAGE, asked.language());
                    return new Paged.Page<>(
                            contacted(page.lines(), asked), Optional.ofNullable(page.next()));
                });
        return new Lines<>(sheet.withContacts(asked.language()), lines);
    }

    private List<Contacted> contacted(List<MatterLine> lines, Asked asked) {
        var ids = lines.stream().map(MatterLine::id).toList();
        var found =
                asked.plain()
                        ? contacts.plain(asked.region(), ids, asked.caller())
                        : contacts.masked(asked.region(), ids);
        return lines.stream()
                .map(it -> new Contacted(it, found.getOrDefault(it.id(), Contact.NONE)))
                .toList();
    }

    private static Instant midnight(String day, int later) {
        try {
            return LocalDate.parse(day).plusDays(later).atStartOfDay(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeException _) {
            throw Problem.INVALID.with("没有这一天：" + day, "There is no such day: " + day);
        }
    }
}
