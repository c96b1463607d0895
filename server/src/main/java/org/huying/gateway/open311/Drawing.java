package org.huying.gateway.open311;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.gateway.published.Levels;
import org.huying.insight.PublicMatters.Line;
import org.huying.matter.PlainWords;
import org.huying.matter.Reports.Said;
import org.huying.org.Organisations;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Publication;
import org.huying.problem.Language;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Draws matters for those outside, with the names of services, places and units.
@Component
class Drawing {

    /// In which words, and where pictures are fetched.
    record Manner(Language language, String base) {}

    private final Territory territory;
    private final Organisations organisations;
    private final Playbooks playbooks;
    private final Clock clock;

    Drawing(Territory territory, Organisations organisations, Playbooks playbooks, Clock clock) {
        this.territory = territory;
        this.organisations = organisations;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// Lines of a list; `words` holds what was said of those whose words may be shown, without numbers that could be a
    /// telephone.
    List<Shown> lines(
            String region,
            Playbook playbook,
            List<Line> lines,
            Map<UUID, Said> words,
            Manner manner) {
        var units = units(region, lines.stream().flatMap(it -> it.unit().stream()).toList());
        var addresses = new HashMap<TerritoryCode, String>();
        var shown = new ArrayList<Shown>(lines.size());
        for (var line : lines) {
            var said = Optional.ofNullable(words.get(line.id()));
            var address =
                    addresses.computeIfAbsent(line.area(), it -> address(it, line.reportedAt()));
            shown.add(
                    new Shown(
                            line.number(),
                            line.state(),
                            line.open(),
                            line.item(),
                            service(playbook, line.item(), manner.language()),
                            said.map(it -> PlainWords.title(it.matter().text())).orElse(""),
                            said.map(Said::outcome).orElse(""),
                            line.unit().map(it -> units.getOrDefault(it, "")).orElse(""),
                            line.reportedAt(),
                            line.changedAt(),
                            line.wholeDue(),
                            said.map(it -> beside(it.place(), address)).orElse(address),
                            line.area().value(),
                            line.point(),
                            said.map(it -> media(it, manner)).orElse("")));
        }
        return shown;
    }

    /// A matter asked for by its number.
    ///
    /// @param own whether the one who asks brought it in, and reads it as it was said
    /// @param words whether what was said may be shown
    /// @param media whether its pictures may
    record Seen(Said said, boolean own, boolean words, boolean media) {

        String text() {
            var text = said.matter().text();
            return !words ? "" : own ? text : PlainWords.title(text);
        }
    }

    List<Shown> matters(String region, List<Seen> seen, Manner manner) {
        var units =
                units(
                        region,
                        seen.stream().flatMap(it -> it.said().matter().unit().stream()).toList());
        return seen.stream().map(it -> matter(it, units, manner)).toList();
    }

    private Shown matter(Seen seen, Map<UUID, String> units, Manner manner) {
        var said = seen.said();
        var matter = said.matter();
        var playbook = playbooks.pinned(matter.playbook(), matter.playbookVersion());
        var address = address(matter.area(), matter.reportedAt());
        return new Shown(
                matter.number(),
                matter.state(),
                matter.open(),
                matter.item(),
                service(playbook, matter.item(), manner.language()),
                seen.text(),
                seen.words() ? said.outcome() : "",
                matter.unit().map(it -> units.getOrDefault(it, "")).orElse(""),
                matter.reportedAt(),
                matter.closedAt().orElse(matter.changedAt()),
                matter.wholeDue(),
                seen.words() ? beside(said.place(), address) : address,
                matter.area().value(),
                matter.point(),
                seen.media() ? media(said, manner) : "");
    }

    /// What everybody may read of a matter, as the playbook in force at its place says.
    Publication published(Said said) {
        var matter = said.matter();
        return matter.hidden()
                ? Publication.NOTHING
                : Levels.of(playbooks.current(matter.area(), clock.instant()), matter.item());
    }

    /// The same for many: towns may have playbooks of their own, which say otherwise than the county's.
    Levels levels() {
        return new Levels(playbooks, clock.instant());
    }

    private Map<UUID, String> units(String region, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : organisations.names(region, ids.stream().distinct().toList());
    }

    private static String service(Playbook playbook, String item, Language language) {
        return playbook.item(item)
                .map(Item::name)
                .map(it -> Services.said(it, language))
                .orElse(item);
    }

    private String address(TerritoryCode area, Instant at) {
        return String.join(
                ", ", territory.path(area, at).reversed().stream().map(Node::name).toList());
    }

    private static String beside(String place, String address) {
        return place.isEmpty() ? address : address.isEmpty() ? place : place + ", " + address;
    }

    private static String media(Said said, Manner manner) {
        var matter = said.matter();
        return said.pictures().isEmpty()
                ? ""
                : manner.base()
                        + "/media/"
                        + matter.region()
                        + "/"
                        + matter.id()
                        + "/"
                        + said.pictures().getFirst();
    }
}
