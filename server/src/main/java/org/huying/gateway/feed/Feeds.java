package org.huying.gateway.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.gateway.published.Levels;
import org.huying.insight.PublicMatters;
import org.huying.insight.PublicMatters.Line;
import org.huying.insight.PublicMatters.Question;
import org.huying.matter.PlainWords;
import org.huying.matter.Reports;
import org.huying.matter.Reports.Said;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Publication;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// What may be public of a place's matters of the last 30 days, newest first: what is being worked on and what is done.
/// What was said is told only where the place publishes words, without numbers that could be a telephone; nobody's name and no
/// exact place ever.
@Component
class Feeds {

    static final int MOST = 100;

    private static final Duration SPAN = Duration.ofDays(30);

    /// Some that are found are not told: refused, taken back, merged into others.
    private static final int TWICE = 2;

    private static final String DONE = "CLOSED";

    /// @param place the county, or one of its streets or towns
    /// @param open only what is being worked on, or only what is done; empty for both
    record Wanted(TerritoryCode place, Optional<Boolean> open, int limit, Language language) {}

    private final PublicMatters matters;
    private final Reports reports;
    private final Playbooks playbooks;
    private final Territory territory;
    private final Clock clock;

    Feeds(
            PublicMatters matters,
            Reports reports,
            Playbooks playbooks,
            Territory territory,
            Clock clock) {
        this.matters = matters;
        this.reports = reports;
        this.playbooks = playbooks;
        this.territory = territory;
        this.clock = clock;
    }

    /// Throws `Problem.NOT_FOUND` for a place that is not there.
    String title(Wanted wanted) {
        var name = name(wanted.place(), clock.instant());
        if (name.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        return wanted.language().pick(name + "：件件有回声", name + ": what was asked and answered");
    }

    List<Entry> entries(Wanted wanted) {
        var now = clock.instant();
        var playbook = playbooks.current(wanted.place(), now);
        var levels = new Levels(playbooks, now);
        var lines =
                matters.newest(question(wanted, Levels.published(playbook), now)).stream()
                        .filter(it -> it.open() || it.state().equals(DONE))
                        .filter(it -> levels.of(it.area(), it.item()) != Publication.NOTHING)
                        .limit(wanted.limit())
                        .toList();
        var said = said(wanted.place().region(), lines, levels);
        var names = new HashMap<TerritoryCode, String>();
        var entries = new ArrayList<Entry>(lines.size());
        for (var line : lines) {
            var place = names.computeIfAbsent(line.area(), it -> name(it, now));
            var item = item(playbook, line.item(), wanted.language());
            var words =
                    Optional.ofNullable(said.get(line.id()))
                            .map(it -> PlainWords.title(it.matter().title()));
            entries.add(entry(line, words.orElse(item), item, place, wanted.language()));
        }
        return entries;
    }

    private static Question question(Wanted wanted, List<String> items, Instant now) {
        return new Question(
                wanted.place(),
                items,
                wanted.open(),
                now.minus(SPAN),
                now.plusSeconds(1),
                Optional.empty(),
                0,
                TWICE * wanted.limit());
    }

    private Map<UUID, Said> said(String region, List<Line> lines, Levels levels) {
        var ids =
                lines.stream()
                        .filter(it -> levels.of(it.area(), it.item()) == Publication.WORDS)
                        .map(Line::id)
                        .toList();
        return ids.isEmpty()
                ? Map.of()
                : reports.said(region, ids).stream()
                        .collect(Collectors.toMap(it -> it.matter().id(), Function.identity()));
    }

    private static Entry entry(
            Line line, String what, String item, String place, Language language) {
        var where = place.isEmpty() ? "" : language.pick("（" + place + "）", " (" + place + ")");
        var far =
                line.open()
                        ? language.pick("正在办理", "is being worked on")
                        : language.pick("办完了", "is done");
        var text =
                language.pick(
                        "%s%s，%s。".formatted(place, what, far),
                        "%s%s %s.".formatted(what, where, far));
        return new Entry(line.id(), what + where, text, item, line.reportedAt(), line.changedAt());
    }

    private static String item(Playbook playbook, String key, Language language) {
        return playbook.item(key)
                .map(it -> language.pick(it.name().zh(), it.name().en()))
                .orElse(key);
    }

    private String name(TerritoryCode code, Instant at) {
        return territory.node(code, at).map(Node::name).orElse("");
    }
}
