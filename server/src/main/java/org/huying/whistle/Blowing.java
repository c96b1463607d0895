package org.huying.whistle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.matter.MatterSummaries;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Chain;
import org.huying.whistle.Summons.Squad;
import org.springframework.stereotype.Service;

/// Takes whistles in: checks them against the playbook, finds who calls and who must come until when, and hands them to
/// the desk. The same whistle sent twice is blown once.
@Service
class Blowing {

    /// @param repeated the same whistle had arrived before
    record Blown(Whistle whistle, boolean repeated) {}

    private static final String MATTERS = "matter:matter:read";

    private final Playbooks playbooks;
    private final Territory territory;
    private final Organisations organisations;
    private final CallingSide callers;
    private final Summoning summoning;
    private final MatterSummaries matters;
    private final Numbers numbers;
    private final WhistleDesk desk;
    private final Whistles whistles;

    Blowing(
            Playbooks playbooks,
            Territory territory,
            Organisations organisations,
            CallingSide callers,
            Summoning summoning,
            MatterSummaries matters,
            Numbers numbers,
            WhistleDesk desk,
            Whistles whistles) {
        this.playbooks = playbooks;
        this.territory = territory;
        this.organisations = organisations;
        this.callers = callers;
        this.summoning = summoning;
        this.matters = matters;
        this.numbers = numbers;
        this.desk = desk;
        this.whistles = whistles;
    }

    Blown blow(NewWhistle wanted, Caller caller, Optional<UUID> key) {
        var now = desk.now();
        var playbook = playbooks.current(wanted.area(), now);
        var rung = checked(wanted, playbook, now);
        var by = caller(caller, rung, wanted.area());
        var matter = wanted.matter().map(it -> matter(wanted.region(), it, caller));
        var limits = summoning.until(wanted.region(), playbook, rung, wanted.emergency(), now);
        var summons = summons(wanted, playbook, rung, by, limits, now);
        var call = call(wanted, playbook, rung, by, matter, now);
        var whistle =
                new Whistle(
                        new WhistleId(wanted.region(), Ids.next()),
                        1,
                        call,
                        new Standing(new WhistleState.Blown(), summons),
                        now,
                        0,
                        Chain.start());
        return desk.open(whistle, caller, key)
                .map(it -> new Blown(it, false))
                .orElseGet(() -> repeated(stored(wanted, key), wanted));
    }

    /// Whom the rules would call.
    List<Summoning.Advice> advise(
            String region,
            String rungKey,
            Optional<String> item,
            TerritoryCode area,
            Caller caller) {
        var now = desk.now();
        var rules = playbooks.current(area, now).whistle();
        var rung = rules.levels().get(rungKey);
        if (rung == null || !placed(region, area, now)) {
            throw Problem.NOT_FOUND.plain();
        }
        return summoning.advise(
                rung,
                item.flatMap(it -> Optional.ofNullable(rules.items().get(it))),
                area,
                caller(caller, rung, area),
                now);
    }

    /// The moments for a unit that is called at `from` under the rules that the whistle was blown under.
    Summons.Limits limits(Whistle whistle, Instant from) {
        var call = whistle.call();
        var playbook = playbooks.pinned(call.playbook(), call.playbookVersion());
        var rung = playbook.whistle().levels().get(call.rung());
        if (rung == null) {
            throw new IllegalStateException(playbook.key() + " has lost level " + call.rung());
        }
        return summoning.until(whistle.id().region(), playbook, rung, call.emergency(), from);
    }

    private Call.By caller(Caller caller, Rung rung, TerritoryCode area) {
        return callers.of(caller, rung.by(), area)
                .orElseThrow(() ->
                        Problem.FORBIDDEN.with(
                                "“%s”要由本级的单位或工作台来吹".formatted(rung.name().zh()),
                                "'%s' is for a unit or desk of that level"
                                        .formatted(rung.name().en())));
    }

    private Call.Matter matter(String region, UUID id, Caller caller) {
        return matters.of(region, List.of(id)).stream()
                .filter(it ->
                        caller.reach(MATTERS)
                                .covers(it.area(), it.unit().map(List::of).orElse(List.of())))
                .map(it -> new Call.Matter(it.id(), it.number()))
                .findFirst()
                .orElseThrow(() -> wrong("matter", "没有这件事", "There is no such matter"));
    }

    private List<Summons> summons(
            NewWhistle wanted,
            Playbook playbook,
            Rung rung,
            Call.By by,
            Summons.Limits limits,
            Instant now) {
        var named = named(wanted, rung, by);
        var squads = new HashMap<UUID, Squad>();
        for (var team : wanted.teams()) {
            var advice = team(team, playbook, wanted.area(), by, now);
            advice.squad().ifPresent(it -> squads.put(advice.unit(), it));
            named.merge(advice.unit(), !named.containsValue(true), Boolean::logicalOr);
        }
        if (!named.containsValue(true)) {
            var item = wanted.item().map(it -> playbook.whistle().items().get(it));
            for (var advice : summoning.advise(rung, item, wanted.area(), by, now)) {
                if (advice.lead() || wanted.assist().isEmpty()) {
                    named.merge(advice.unit(), advice.lead(), Boolean::logicalOr);
                }
            }
        }
        if (!named.containsValue(true)) {
            throw Problem.NO_RULE.plain();
        }
        return named.entrySet().stream()
                .map(it -> Summons.fresh(it.getKey(), it.getValue(), now, limits))
                .map(it -> it.through(Optional.ofNullable(squads.get(it.unit()))))
                .sorted((a, b) -> Boolean.compare(b.lead(), a.lead()))
                .toList();
    }

    private Summoning.Advice team(
            String key, Playbook playbook, TerritoryCode area, Call.By by, Instant now) {
        return summoning
                .team(key, area, now)
                .filter(_ -> playbook.teams().stream().anyMatch(it -> it.key().equals(key)))
                .filter(it -> by.unit().filter(it.unit()::equals).isEmpty())
                .orElseThrow(
                        () -> wrong("teams", "这里没有这样的队伍可叫", "There is no such team to call here"));
    }

    /// The units that the caller named, with whether each leads.
    private Map<UUID, Boolean> named(NewWhistle wanted, Rung rung, Call.By by) {
        var named = new LinkedHashMap<UUID, Boolean>();
        wanted.lead().ifPresent(it -> named.put(it, true));
        wanted.assist().forEach(it -> named.putIfAbsent(it, false));
        for (var unit : named.keySet()) {
            var body =
                    organisations
                            .byId(wanted.region(), unit)
                            .orElseThrow(Problem.UNIT_UNKNOWN::plain);
            if (by.unit().filter(unit::equals).isPresent()) {
                throw wrong("assist", "不能叫自己的单位", "One's own unit cannot be called");
            }
            if (wanted.lead().filter(unit::equals).isPresent()
                    && !summoning.answers(rung, body, wanted.area())) {
                throw wrong("lead", "不是这一级该报到的单位", "This unit does not answer on this level");
            }
        }
        return named;
    }

    private Call call(
            NewWhistle wanted,
            Playbook playbook,
            Rung rung,
            Call.By by,
            Optional<Call.Matter> matter,
            Instant now) {
        return new Call(
                numbers.next(wanted.region(), now),
                playbook.key(),
                playbook.version(),
                rung.key(),
                wanted.cause(),
                wanted.item(),
                wanted.reason(),
                matter,
                wanted.emergency(),
                wanted.title(),
                wanted.text(),
                new Call.Where(wanted.area(), wanted.place(), wanted.point()),
                by,
                rung.evaluated(),
                now);
    }

    private Rung checked(NewWhistle wanted, Playbook playbook, Instant now) {
        var rules = playbook.whistle();
        var errors = new ArrayList<FieldError>();
        var rung = Optional.ofNullable(rules.levels().get(wanted.rung()));
        unknown(errors, rung.isPresent(), "rung", "吹哨层级", "level");
        unknown(errors, rules.causes().containsKey(wanted.cause()), "cause", "吹哨原因", "cause");
        unknown(
                errors,
                wanted.item().map(rules.items()::containsKey).orElse(true),
                "item",
                "清单事项",
                "item");
        unknown(errors, placed(wanted.region(), wanted.area(), now), "area", "地方", "place");
        if (wanted.item().isEmpty() && !rules.items().isEmpty() && wanted.reason().isBlank()) {
            errors.add(
                    new FieldError("reason", "missing", "清单里没有的事，请写明理由", "Say why no item fits"));
        }
        if (!errors.isEmpty() || rung.isEmpty()) {
            throw Problem.INVALID
                    .with("有几处内容对不上这里的吹哨清单", "Some fields do not match this place's whistle list")
                    .and(List.copyOf(errors));
        }
        return rung.get();
    }

    private boolean placed(String region, TerritoryCode area, Instant now) {
        return area.value().startsWith(region) && territory.node(area, now).isPresent();
    }

    private Whistle stored(NewWhistle wanted, Optional<UUID> key) {
        return key.flatMap(it -> whistles.byRequestKey(wanted.region(), it))
                .orElseThrow(() -> new IllegalStateException("The key was taken a moment ago"));
    }

    private static Blown repeated(Whistle before, NewWhistle wanted) {
        var said = before.call();
        if (!said.title().equals(wanted.title())
                || !said.text().equals(wanted.text())
                || !said.rung().equals(wanted.rung())
                || !said.where().area().equals(wanted.area())) {
            throw Problem.KEY_REUSED.plain();
        }
        return new Blown(before, true);
    }

    private static void unknown(
            List<FieldError> errors, boolean known, String path, String zh, String en) {
        if (!known) {
            errors.add(new FieldError(path, "unknown", "没有这个" + zh, "There is no such " + en));
        }
    }

    private static RuntimeException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
