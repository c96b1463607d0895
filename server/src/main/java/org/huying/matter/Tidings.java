package org.huying.matter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Plea;
import org.huying.vault.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the others are told of steps beyond the main line, read from their history rows. Pure.
final class Tidings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Act> SILENT =
            EnumSet.of(
                    Act.REPORT,
                    Act.ACCEPT,
                    Act.REJECT,
                    Act.CLASSIFY,
                    Act.LOCATE,
                    Act.FILL,
                    Act.DISPATCH,
                    Act.ACKNOWLEDGE,
                    Act.RETURN,
                    Act.HANDLE,
                    Act.VERIFY);

    private Tidings() {}

    static List<Did> of(Matter after, List<Step> steps) {
        var told = new ArrayList<Did>();
        for (var step : steps) {
            var act = Act.valueOf(step.act().toUpperCase(Locale.ROOT));
            if (!SILENT.contains(act) && !(act == Act.RATE && after.state().open())) {
                var facts = JSON.readTree(step.facts());
                told.add(did(act, after, facts));
                told.addAll(moved(act, facts));
            }
        }
        return told;
    }

    private static Did did(Act act, Matter after, JsonNode facts) {
        var whom =
                switch (act) {
                    case ENGAGE, RELEASE, JOIN, CONTRIBUTE, DECLINE -> ids(facts.path("unit"));
                    case CONSULT -> ids(facts.path("units"));
                    case PROMPT -> prompted(after, facts);
                    case COMMENT -> ids(facts.path("mentions"));
                    case GRANT, DENY -> applicant(after, facts.path("no").asInt(0));
                    default -> List.<UUID>of();
                };
        var word =
                switch (act) {
                    case REMIND -> facts.path("light").asString("");
                    case PROMPT -> facts.path("of").asString("") + light(facts);
                    case REPLY -> facts.path("passedOn").asBoolean(false) ? "PASSED" : "";
                    case APPLY -> facts.path("kind").asString("");
                    case FORWARD -> passedOn(after, facts.path("no").asInt(0));
                    case RECOUNT -> shift(facts);
                    case CLOSE, RATE -> after.aside().asked().revisit() ? "REVISIT" : "";
                    default -> "";
                };
        return new Did(act.key(), whom, word);
    }

    /// The helpers who are late, or whoever presses.
    private static List<UUID> prompted(Matter after, JsonNode facts) {
        return facts.path("of").asString("").equals("SUPERVISION")
                ? after.aside().marks().supervision().stream()
                        .flatMap(it -> it.by().stream())
                        .toList()
                : ids(facts.path("units"));
    }

    /// How pressing a reply or a supervision is; of an answer it is said once.
    private static String light(JsonNode facts) {
        return Set.of("REPLY", "SUPERVISION").contains(facts.path("of").asString(""))
                ? "-" + facts.path("light").asString("")
                : "";
    }

    /// From when to when, as `2026-10-01T09:00:00Z/2026-10-08T09:00:00Z`; the whole matter's where the stage's stays.
    private static String shift(JsonNode facts) {
        var was = facts.path("was").asString("");
        var due = facts.path("due").asString("");
        if (!was.equals(due)) {
            return was + "/" + due;
        }
        var whole = facts.path("wholeWas").asString("");
        var wholeDue = facts.path("wholeDue").asString("");
        return whole.equals(wholeDue) ? "" : whole + "/" + wholeDue;
    }

    /// What a recount has moved beside the clock: the reply, and the time of each helper.
    private static List<Did> moved(Act act, JsonNode facts) {
        var told = new ArrayList<Did>();
        if (facts.path("replyWas").isString()) {
            told.add(new Did(act.key() + "-reply", List.of(), span(facts, "replyWas", "replyDue")));
        }
        facts.path("helpers")
                .forEach(it ->
                        told.add(
                                new Did(
                                        act.key() + "-helper",
                                        ids(it.path("unit")),
                                        span(it, "was", "due"))));
        return told;
    }

    private static String span(JsonNode facts, String was, String due) {
        return facts.path(was).asString("") + "/" + facts.path(due).asString("");
    }

    /// What is passed on, and how many stages have agreed to it, as `RATING_APPEAL/1`.
    private static String passedOn(Matter after, int no) {
        return after.aside().pleas().stream()
                .filter(it -> it.no() == no)
                .map(it -> it.kind().name() + "/" + it.passed().size())
                .findFirst()
                .orElse("");
    }

    private static List<UUID> applicant(Matter after, int no) {
        return after.aside().pleas().stream().filter(it -> it.no() == no).map(Plea::by).toList();
    }

    private static List<UUID> ids(JsonNode value) {
        if (value.isString()) {
            return List.of(UUID.fromString(value.asString()));
        }
        var ids = new ArrayList<UUID>();
        value.forEach(it -> ids.add(UUID.fromString(it.asString())));
        return ids;
    }
}
