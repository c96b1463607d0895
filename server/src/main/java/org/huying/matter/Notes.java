package org.huying.matter;

import java.util.Map;
import java.util.TreeMap;
import org.huying.matter.Command.Evidence;
import tools.jackson.databind.json.JsonMapper;

/// What a history row says about a command: its words, and its facts as JSON with sorted keys.
final class Notes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notes() {}

    static String of(Command command) {
        return switch (command) {
            case Command.Accept _, Command.Acknowledge _, Command.Classify _, Command.Locate _ ->
                    "";
            case Command.Reject(_, var note) -> note;
            case Command.Dispatch(_, _, var why) -> why;
            case Command.Return(var reason) -> reason;
            case Command.Handle(var outcome, _) -> outcome;
            case Command.Verify(_, var note, _) -> note;
            case Command.Rate(_, var comment) -> comment;
            case Command.Unreached(var note) -> note;
            case Command.Close(var note) -> note;
        };
    }

    static String facts(Command command) {
        var facts = new TreeMap<String, Object>();
        switch (command) {
            case Command.Accept _,
                    Command.Acknowledge _,
                    Command.Return _,
                    Command.Unreached _,
                    Command.Close _,
                    Command.Handle _ -> {}
            case Command.Reject(var reason, _) -> facts.put("reason", reason);
            case Command.Classify(var item, _) -> facts.put("item", item);
            case Command.Locate(var area, var point) -> {
                facts.put("area", area.value());
                point.ifPresent(it -> facts.put("point", new double[] {it.lon(), it.lat()}));
            }
            case Command.Dispatch(var unit, var person, _) -> {
                facts.put("unit", unit.toString());
                person.ifPresent(it -> facts.put("person", it.toString()));
            }
            case Command.Verify(var passed, _, _) -> facts.put("passed", passed);
            case Command.Rate(var answer, _) -> facts.put("answer", answer);
        }
        if (!command.proof().isEmpty()) {
            facts.put("evidence", command.proof().stream().map(Notes::proof).toList());
        }
        return json(facts);
    }

    static String json(Map<String, Object> facts) {
        return facts.isEmpty() ? "{}" : JSON.writeValueAsString(facts);
    }

    private static Map<String, String> proof(Evidence evidence) {
        return new TreeMap<>(
                Map.of("kind", evidence.kind(), "attachment", evidence.attachment().toString()));
    }
}
