package org.huying.whistle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.calendar.Shift;
import org.huying.territory.GeoPoint;
import tools.jackson.databind.json.JsonMapper;

/// What a history row says: its words, and its facts as JSON with sorted keys.
final class Notes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notes() {}

    static String of(Command command) {
        return switch (command) {
            case Command.Receive _,
                    Command.CheckIn _,
                    Command.Sign _,
                    Command.Leave _,
                    Command.Evaluate _,
                    Command.Miss _,
                    Command.Recount _ ->
                    "";
            case Command.RaiseObjection(_, var reason) -> reason;
            case Command.Arbitrate(_, _, var words, _) -> words;
            case Command.WriteRecord(_, var text) -> text;
            case Command.Submit(_, var outcome) -> outcome;
            case Command.Release(_, var words, _) -> words;
            case Command.Close(var words) -> words;
            case Command.Withdraw(var reason) -> reason;
        };
    }

    /// Whom the call summons, under which rule and until when.
    static String facts(Whistle whistle) {
        var call = whistle.call();
        var facts = new TreeMap<String, Object>();
        facts.put("rung", call.rung());
        facts.put("cause", call.cause());
        call.item().ifPresent(it -> facts.put("item", it));
        facts.put("emergency", call.emergency());
        facts.put("area", call.where().area().value());
        facts.put("node", call.by().node().value());
        call.by().unit().ifPresent(it -> facts.put("caller", it.toString()));
        call.matter().ifPresent(it -> facts.put("matter", it.id().toString()));
        facts.put("summoned", whistle.standing().summons().stream().map(Notes::summoned).toList());
        return json(facts);
    }

    /// What became of each unit that the command touched, and what proves it.
    static String facts(Command command, Standing before, Standing next) {
        var facts = new TreeMap<String, Object>();
        command.about().ifPresent(it -> facts.put("unit", it.toString()));
        var changed =
                next.summons().stream()
                        .filter(it -> !before.of(it.unit()).equals(Optional.of(it)))
                        .map(it -> change(before.of(it.unit()), it))
                        .toList();
        if (!changed.isEmpty()) {
            facts.put("units", changed);
        }
        switch (command) {
            case Command.CheckIn(var unit, _) ->
                    next.of(unit)
                            .flatMap(it -> it.state().arrived())
                            .ifPresent(it -> facts.put("arrival", arrival(it)));
            case Command.Arbitrate(_, var upheld, _, _) -> facts.put("upheld", upheld);
            case Command.Sign(_, var revision, _) -> facts.put("revision", revision);
            case Command.WriteRecord _ ->
                    next.state().joint().ifPresent(it -> facts.put("revision", it.revision()));
            case Command.Miss(_, var above) ->
                    above.ifPresent(it -> facts.put("above", it.toString()));
            case Command.Evaluate(var units) -> facts.put("evaluation", evaluations(units));
            case Command.Recount(var unit, _) -> facts.putAll(shifts(before, next, unit));
            case Command.Receive _,
                    Command.RaiseObjection _,
                    Command.Submit _,
                    Command.Leave _,
                    Command.Release _,
                    Command.Close _,
                    Command.Withdraw _ -> {}
        }
        return json(facts);
    }

    /// The old and the new limit of a unit where the days have moved one: until when it comes, else until when it objects.
    static String moved(Command command, Standing before, Standing next) {
        if (!(command instanceof Command.Recount(var unit, _))) {
            return "";
        }
        var was = before.of(unit).orElseThrow();
        var is = next.of(unit).orElseThrow();
        return was.due().equals(is.due())
                ? was.objectBy().orElseThrow() + "/" + is.objectBy().orElseThrow()
                : new Shift(was.due(), is.due()).word();
    }

    /// The limits of a unit that have moved, from when to when.
    private static Map<String, Object> shifts(Standing before, Standing next, UUID unit) {
        var facts = new TreeMap<String, Object>();
        var was = before.of(unit).orElseThrow();
        var is = next.of(unit).orElseThrow();
        if (!was.due().equals(is.due())) {
            facts.put("was", was.due().toString());
            facts.put("due", is.due().toString());
        }
        if (!was.objectBy().equals(is.objectBy())) {
            was.objectBy().ifPresent(it -> facts.put("objectWas", it.toString()));
            is.objectBy().ifPresent(it -> facts.put("objectDue", it.toString()));
        }
        return facts;
    }

    private static Map<String, Object> summoned(Summons summons) {
        return new TreeMap<>(
                Map.of(
                        "unit", summons.unit().toString(),
                        "lead", summons.lead(),
                        "due", summons.due().toString()));
    }

    private static Map<String, Object> change(Optional<Summons> before, Summons after) {
        var change = new TreeMap<String, Object>();
        change.put("unit", after.unit().toString());
        change.put("from", before.map(it -> SummonsStateName.of(it.state()).name()).orElse(""));
        change.put("to", SummonsStateName.of(after.state()).name());
        if (before.map(Summons::lead).orElse(false) != after.lead()) {
            change.put("lead", after.lead());
        }
        return change;
    }

    private static Map<String, Object> arrival(SummonsState.Arrival arrival) {
        var facts = new TreeMap<String, Object>();
        facts.put("place", arrival.place());
        arrival.point().ifPresent(it -> facts.put("point", point(it)));
        facts.put("photos", arrival.photos().stream().map(UUID::toString).toList());
        facts.put("late", arrival.late());
        return facts;
    }

    private static List<Double> point(GeoPoint point) {
        return List.of(point.lon(), point.lat());
    }

    private static Map<String, Object> evaluations(Map<UUID, Summons.Evaluation> units) {
        var facts = new TreeMap<String, Object>();
        units.forEach((unit, it) ->
                facts.put(
                        unit.toString(),
                        new TreeMap<String, Object>(
                                Map.of(
                                        "response", it.response(),
                                        "quality", it.quality(),
                                        "solved", it.solved(),
                                        "words", it.words()))));
        return facts;
    }

    private static String json(Map<String, Object> facts) {
        return facts.isEmpty() ? "{}" : JSON.writeValueAsString(facts);
    }
}
