package org.huying.playbook.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Playbook;
import org.huying.playbook.Stage;
import org.huying.playbook.Text;
import org.huying.playbook.trial.Outcome.Going;
import org.huying.playbook.trial.Outcome.Late;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Runs ten typical requests through a playbook. The town has one territory of each level; every post the playbook
/// names is held, and every duty lies with the unit that leads the item.
public final class Trial {

    private static final String MADE_UP = "999999";
    private static final int OWN = 5;
    private static final Text SOMEBODY = new Text("责任清单上的单位", "The unit on the duty list");
    private static final List<Stage> IN_TURN =
            List.of(
                    Stage.ACCEPT,
                    Stage.DISPATCH,
                    Stage.ACKNOWLEDGE,
                    Stage.HANDLE,
                    Stage.VERIFY,
                    Stage.RATE);

    private final Playbook playbook;
    private final Instant now;
    private final TerritoryCode place;

    private Trial(Playbook playbook, Instant now) {
        this.playbook = playbook;
        this.now = now;
        this.place = place(playbook.place());
    }

    /// Each of the ten requests, as if it came in at `now`.
    public static List<Outcome> of(Playbook playbook, Instant now) {
        var trial = new Trial(playbook, now);
        var outcomes = new ArrayList<Outcome>();
        for (var request : Request.TEN) {
            outcomes.add(trial.outcome(request, trial.item(request, outcomes.size())));
        }
        return List.copyOf(outcomes);
    }

    /// The same of the first few items that this place's own file adds.
    public static List<Outcome> own(Playbook playbook, Instant now) {
        var trial = new Trial(playbook, now);
        var usual = Request.TEN.stream().map(Request::item).collect(Collectors.toSet());
        return playbook.items().stream()
                .filter(item -> item.more().origin().startsWith(playbook.key() + ".yaml:"))
                .filter(item -> !usual.contains(item.key()))
                .limit(OWN)
                .map(item -> trial.outcome(Request.about(item), item))
                .toList();
    }

    private static TerritoryCode place(TerritoryCode of) {
        var start = of.value().length() < Level.COUNTY.digits() ? MADE_UP : of.value();
        var code = new StringBuilder(start);
        while (code.length() < Level.MICRO_GRID.digits()) {
            code.append("001");
        }
        return TerritoryCode.of(code.toString());
    }

    /// The item itself, or where the place has a catalogue of its own, one from its tenth part.
    private Item item(Request request, int index) {
        return playbook.item(request.item())
                .orElseGet(() -> {
                    var all = List.copyOf(playbook.items());
                    return all.get(index * all.size() / Request.TEN.size());
                });
    }

    private Outcome outcome(Request request, Item item) {
        var channels = playbook.matter().channels();
        var known = channels.containsKey(request.channel()) || channels.isEmpty();
        var channel = known ? request.channel() : channels.keySet().iterator().next();
        var matter = new HashMap<>(request.facts());
        matter.put("channel", channel);
        matter.put("demand", request.demand());
        matter.put("located", true);
        var facts = new Facts(matter, item, place, now);
        boolean urgent = item.more().urgent().filter(when -> when.holds(facts)).isPresent();
        matter.put("urgent", urgent);
        var going = going(new Facts(matter, item, place, now));
        var above = going.map(each -> above(each.level())).orElse(List.of());
        return new Outcome(
                request,
                item,
                channels.getOrDefault(channel, new Text(channel, channel)),
                urgent,
                going,
                until(item),
                above,
                late(item, matter, above));
    }

    private Optional<Going> going(Facts facts) {
        return playbook.matter().dispatch().stream()
                .filter(rule -> rule.when().holds(facts))
                .flatMap(rule ->
                        to(rule.to(), facts.item())
                                .map(who -> new Going(rule, who, level(rule.to())))
                                .stream())
                .findFirst();
    }

    private Optional<Text> to(DispatchTarget target, Item item) {
        return switch (target) {
            case DispatchTarget.Post(var key, var level) ->
                    playbook.posts().stream()
                            .filter(post -> post.key().equals(key) && post.level().equals(level))
                            .map(post -> post.name())
                            .findFirst();
            case DispatchTarget.Unit(var key) -> Optional.ofNullable(playbook.units().get(key));
            case DispatchTarget.Duty _ ->
                    Optional.of(
                            item.more()
                                    .lead()
                                    .flatMap(key -> Optional.ofNullable(playbook.units().get(key)))
                                    .orElse(SOMEBODY));
        };
    }

    private static String level(DispatchTarget target) {
        return switch (target) {
            case DispatchTarget.Post(_, var level) -> level;
            case DispatchTarget.Duty(var level) -> level;
            case DispatchTarget.Unit _ -> LoopRules.DEPARTMENT;
        };
    }

    /// The rungs above a level; all of them for one that is no rung and lies below.
    private List<String> above(String level) {
        var ladder = playbook.matter().loop().ladder();
        return ladder.subList(ladder.indexOf(level) + 1, ladder.size());
    }

    private Map<Stage, Instant> until(Item item) {
        var until = new EnumMap<Stage, Instant>(Stage.class);
        var from = now;
        for (var stage : IN_TURN) {
            var limit = item.limits().get(stage);
            if (limit != null) {
                from = due(from, limit);
                until.put(stage, from);
            }
        }
        var whole = item.limits().get(Stage.WHOLE);
        if (whole != null) {
            until.put(Stage.WHOLE, due(now, whole));
        }
        return until;
    }

    private Instant due(Instant from, TimeLimit limit) {
        return playbook.calendar().due(from, limit);
    }

    private Map<Stage, Late> late(Item item, Map<String, Object> matter, List<String> above) {
        var late = new EnumMap<Stage, Late>(Stage.class);
        for (var stage : Stage.values()) {
            var clock = Map.of(stage.name().toLowerCase(Locale.ROOT), "red");
            var facts = new Facts(matter, item, place, now, clock);
            playbook.matter().loop().escalations().stream()
                    .filter(rule -> rule.when().holds(facts))
                    .findFirst()
                    .ifPresent(rule -> {
                        var to =
                                rule.to().equals("up")
                                        ? above.stream().findFirst()
                                        : Optional.of(rule.to());
                        to.ifPresent(rung -> late.put(stage, new Late(rule, rung)));
                    });
        }
        return late;
    }
}
