package org.huying.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.Did;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PleaKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Writes the notices that each step of a matter calls for.
@Component
class NoticeConsumer implements Consumer {

    private final MatterSummaries matters;
    private final Playbooks playbooks;
    private final Notices notices;
    private final Consents consents;

    NoticeConsumer(
            MatterSummaries matters, Playbooks playbooks, Notices notices, Consents consents) {
        this.consents = consents;
        this.matters = matters;
        this.playbooks = playbooks;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.matter";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var telling =
                batch.stream()
                        .map(event -> new Telling(event, tells(event)))
                        .filter(it -> !it.tells().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.event().region(),
                                        TreeMap::new,
                                        Collectors.toList()));
        telling.forEach((region, events) -> notices.add(region, notices(region, events)));
    }

    private record Telling(StoredFact event, List<Told> tells) {}

    /// What is told, and what the step that is told of said itself.
    private record Told(NoticeRules.Tell tell, List<UUID> named, String word) {}

    private List<Notice> notices(String region, List<Telling> events) {
        var moved = MatterMoved.versions(events.stream().map(Telling::event).toList());
        Map<UUID, MatterSummary> known =
                matters.since(region, moved.getOrDefault(region, Map.of())).stream()
                        .collect(Collectors.toMap(MatterSummary::id, Function.identity()));
        var notices = new ArrayList<Notice>();
        var agreed = consents.standing(region, texted(events));
        for (var telling : events) {
            var matter = known.get(telling.event().subject());
            if (matter != null) {
                telling.tells().forEach(told -> add(notices, telling.event(), matter, told));
                if (agreed.contains(matter.id())) {
                    texts(telling).forEach(told -> text(notices, telling.event(), matter, told));
                }
            }
        }
        return notices;
    }

    /// The matters of which something is told that may go by text message.
    private static List<UUID> texted(List<Telling> events) {
        return events.stream()
                .filter(it -> !texts(it).isEmpty())
                .map(it -> it.event().subject())
                .distinct()
                .toList();
    }

    /// What of it goes by text message.
    private static List<Told> texts(Telling telling) {
        var from = telling.event().facts().path("from").asString("");
        return telling.tells().stream()
                .flatMap(told ->
                        NoticeRules.text(from, told.tell()).stream()
                                .map(tell -> new Told(tell, List.of(), told.word())))
                .toList();
    }

    private void add(List<Notice> notices, StoredFact event, MatterSummary matter, Told told) {
        var whom = told.tell().whom();
        var decider = whom == NoticeRules.Whom.DECIDER ? decider(matter, told.word()) : "";
        for (var recipient : Recipients.of(whom, matter, told.named(), decider)) {
            notices.add(notice(event, matter, told, recipient));
        }
    }

    private static void text(
            List<Notice> notices, StoredFact event, MatterSummary matter, Told told) {
        notices.add(notice(event, matter, told, Recipients.phone(matter.id())));
    }

    private static Notice notice(
            StoredFact event, MatterSummary matter, Told told, UUID recipient) {
        return new Notice(
                event.region(),
                Notice.id(event, recipient, told.tell().template()),
                recipient,
                matter.id(),
                told.tell().template(),
                matter.number(),
                matter.title(),
                matter.unit(),
                told.word(),
                event.at());
    }

    /// The level whose desk decides now, by `word`: what was applied for, and how many stages have agreed.
    private String decider(MatterSummary matter, String word) {
        var parts = word.split("/", 2);
        int passed = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        var rules =
                playbooks
                        .pinned(matter.playbook(), matter.playbookVersion())
                        .matter()
                        .loop()
                        .pleas();
        return Optional.ofNullable(rules.get(PleaKind.valueOf(parts[0])))
                .map(PleaRule::stages)
                .map(stages -> stages.get(Math.min(passed, stages.size() - 1)).decider())
                .orElse("");
    }

    private static List<Told> tells(StoredFact event) {
        var facts = event.facts();
        var tells = new ArrayList<Told>();
        NoticeRules.tell(
                        facts.path("from").asString(""),
                        facts.path("to").asString(""),
                        facts.path("act").asString(""))
                .forEach(tell -> tells.add(new Told(tell, List.of(), "")));
        for (var node : facts.path("did")) {
            var did = did(node);
            NoticeRules.tell(did)
                    .forEach(tell -> tells.add(new Told(tell, did.whom(), did.word())));
        }
        return tells;
    }

    private static Did did(JsonNode node) {
        var whom = new ArrayList<UUID>();
        node.path("whom").forEach(it -> whom.add(UUID.fromString(it.asString())));
        return new Did(node.path("act").asString(""), whom, node.path("word").asString(""));
    }
}
