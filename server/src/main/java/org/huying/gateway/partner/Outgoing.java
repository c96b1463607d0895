package org.huying.gateway.partner;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.MatterSummary;
import org.huying.territory.GeoPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What partners are told, in their words: one total function from what has happened to a message.
final class Outgoing {

    /// What a message is. The words stand in files and in the database; add, never rename.
    enum Kind {
        /// Where an order of theirs stands.
        STATUS,
        /// What is said to whoever asked.
        REPLY,
        /// An order of theirs is done.
        RESULT,
        /// An order of theirs is not ours, or not to be worked.
        RETURN,
        /// A matter of ours that they are told of.
        PUSH,
        /// Where such a matter stands.
        PROGRESS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Outgoing() {}

    /// Something that happened to a matter.
    ///
    /// @param order the partner's number of it, where the partner brought it in
    /// @param to our name of the state
    /// @param unit the name of the unit that has it in hand
    /// @param words what was said with it
    record Happened(
            UUID id,
            Kind kind,
            Optional<String> order,
            String to,
            Instant at,
            Optional<String> unit,
            String words,
            String place,
            MatterSummary matter) {}

    /// Total: fields that say nothing are null.
    static String of(Happened happened, Mapping.Out out) {
        var message = JsonNodeFactory.instance.objectNode();
        out.messages()
                .getOrDefault(happened.kind(), Map.of())
                .forEach((path, term) -> put(message, path, value(term, happened, out)));
        return JSON.writeValueAsString(message);
    }

    private static @Nullable Object value(Mapping.Term term, Happened happened, Mapping.Out out) {
        return switch (term) {
            case Mapping.Term.Fixed(var text) -> text;
            case Mapping.Term.Told(var fact) -> value(fact, happened, out);
        };
    }

    private static @Nullable Object value(OutField fact, Happened happened, Mapping.Out out) {
        var matter = happened.matter();
        return switch (fact) {
            case ID -> happened.id().toString();
            case ORDER -> happened.order().orElse(matter.number());
            case NUMBER -> matter.number();
            case AT -> said(happened.at(), out);
            case STATUS -> status(happened.to(), out);
            case STATE -> happened.to();
            case UNIT -> happened.unit().orElse(null);
            case WORDS -> filled(happened.words());
            case TITLE -> matter.title();
            case TEXT -> matter.text();
            case PLACE -> filled(happened.place());
            case ITEM -> filled(matter.item());
            case ITEM_CLASS -> filled(matter.itemClass());
            case CHANNEL -> matter.channel();
            case DEMAND -> filled(matter.demand());
            case AREA -> matter.area().value();
            case LONGITUDE -> matter.point().map(GeoPoint::lon).orElse(null);
            case LATITUDE -> matter.point().map(GeoPoint::lat).orElse(null);
            case REPORTED_AT -> said(matter.reportedAt(), out);
            case DUE -> matter.wholeDue().map(it -> said(it, out)).orElse(null);
            case CLOSED_AT -> matter.closedAt().map(it -> said(it, out)).orElse(null);
            case RATING -> matter.rating().orElse(null);
            case REGION -> matter.region();
        };
    }

    private static @Nullable String status(String state, Mapping.Out out) {
        return out.states().entrySet().stream()
                .filter(it -> it.getKey().name().equals(state))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String said(Instant at, Mapping.Out out) {
        return out.time().said(at);
    }

    /// `a.b` stands in the object `a`.
    private static void put(ObjectNode message, String path, @Nullable Object value) {
        var node = message;
        var names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            node =
                    node.path(names[i]) instanceof ObjectNode inner
                            ? inner
                            : node.putObject(names[i]);
        }
        node.set(names[names.length - 1], JSON.valueToTree(value));
    }

    /// What a step is told as to whoever brought the matter in; empty where the file does not tell it.
    static Optional<Kind> kind(String act, String from, String to, Mapping.Out out) {
        if (act.equals("reply")) {
            return told(Kind.REPLY, out);
        }
        if (from.equals(to)) {
            return Optional.empty();
        }
        var state = to.toUpperCase(Locale.ROOT);
        if (state.equals("REJECTED")) {
            return told(Kind.RETURN, out);
        }
        if (out.results().stream().anyMatch(it -> it.name().equals(state))) {
            return told(Kind.RESULT, out);
        }
        return out.states().keySet().stream().anyMatch(it -> it.name().equals(state))
                ? told(Kind.STATUS, out)
                : Optional.empty();
    }

    /// What a step is told as to whom the matter was pushed; empty where the state is not told.
    static Optional<Kind> progress(String from, String to, Mapping.Out out) {
        return !from.equals(to)
                        && out.states().keySet().stream().anyMatch(it -> it.name().equals(to))
                ? told(Kind.PROGRESS, out)
                : Optional.empty();
    }

    private static Optional<Kind> told(Kind kind, Mapping.Out out) {
        return Optional.of(kind).filter(out.messages()::containsKey);
    }

    /// The kinds by their words, in order.
    static Map<String, Kind> words() {
        var words = new LinkedHashMap<String, Kind>();
        for (var kind : Kind.values()) {
            words.put(kind.key(), kind);
        }
        return words;
    }
}
