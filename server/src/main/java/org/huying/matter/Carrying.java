package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Report;
import org.huying.playbook.FieldKind;
import org.huying.playbook.FieldValue;
import org.huying.playbook.LoopRules.ModeRules;
import org.huying.playbook.Playbook;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.Modes;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Component;

/// What reports carry beside their words: which fields a place asks for, and whether the values fit. A desk must fill in
/// what is required; nobody who asks for help, or stands on the spot, is turned away for a missing field.
@Component
class Carrying {

    /// Whoever may turn a report away sits at a desk, and has the form before him.
    private static final String DESK = "matter:matter:reject";

    private final Modes modes;
    private final Cipher cipher;

    Carrying(Modes modes, Cipher cipher) {
        this.modes = modes;
        this.cipher = cipher;
    }

    Optional<ModeRules> mode(Playbook playbook, TerritoryCode area, Instant at) {
        return modes.at(area, at)
                .flatMap(it -> Optional.ofNullable(playbook.matter().loop().modes().get(it)));
    }

    /// The keys of what must be filled in: always, for the item, and while the mode of the place holds.
    Set<String> required(Playbook playbook, Optional<String> item, TerritoryCode area, Instant at) {
        var keys = new LinkedHashSet<String>();
        playbook.matter().fields().values().stream()
                .filter(FieldKind::required)
                .map(FieldKind::key)
                .forEach(keys::add);
        item.flatMap(playbook::item).ifPresent(it -> keys.addAll(it.more().fields()));
        mode(playbook, area, at).ifPresent(it -> keys.addAll(it.fields()));
        return keys;
    }

    List<FieldError> errors(NewMatter report, Playbook playbook, Set<String> required, Caller by) {
        var known = playbook.matter().fields();
        var errors = unfit(report.fields(), playbook);
        if (by.kind() == Caller.Kind.STAFF && by.may(DESK)) {
            required.stream()
                    .filter(key -> !report.fields().containsKey(key))
                    .map(key -> missing(key, known))
                    .forEach(errors::add);
        }
        return errors;
    }

    private static List<FieldError> unfit(Map<String, Object> fields, Playbook playbook) {
        var known = playbook.matter().fields();
        var errors = new ArrayList<FieldError>();
        fields.forEach((key, value) ->
                wrong(key, value, Optional.ofNullable(known.get(key))).ifPresent(errors::add));
        return errors;
    }

    /// As they are stored: what tells something about a person is sealed.
    Report.Carried carried(NewMatter report, Playbook playbook) {
        var split = Split.of(report.fields(), playbook);
        return new Report.Carried(split.plain(), sealed(split.personal()));
    }

    /// Fills in what the report of `matter` lacks or has wrong. Throws `Problem.INVALID` when a value does not fit, and
    /// refuses to lose what was sealed and cannot be opened.
    Command.Fill filled(Matter matter, Map<String, Object> fields, Playbook playbook) {
        var errors = unfit(fields, playbook);
        if (fields.isEmpty()) {
            errors.add(new FieldError("fields", "missing", "请填写内容", "Fill in something"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID
                    .with("有几处要填的内容不对", "Some fields of the form do not fit")
                    .and(errors);
        }
        var carried = matter.report().carried();
        var split = Split.of(fields, playbook);
        var plain = new LinkedHashMap<>(carried.plain());
        var before = new LinkedHashMap<>(plain);
        before.keySet().retainAll(split.plain().keySet());
        plain.putAll(split.plain());
        var sealed =
                split.personal().isEmpty()
                        ? carried.sealed()
                        : sealed(together(matter, split.personal()));
        return new Command.Fill(
                split.plain(),
                before,
                List.copyOf(split.personal().keySet()),
                new Report.Carried(plain, sealed));
    }

    private Map<String, Object> together(Matter matter, Map<String, Object> personal) {
        var carried = matter.report().carried();
        var all = new LinkedHashMap<>(opened(carried, matter.id()));
        if (all.isEmpty() && carried.sealed().isPresent()) {
            throw Problem.REFUSED.with(
                    "原来封存的内容打不开了，不能在上面补填",
                    "What was sealed before cannot be opened; nothing is filled in over it");
        }
        all.putAll(personal);
        return all;
    }

    private Optional<byte[]> sealed(Map<String, Object> personal) {
        return Optional.ofNullable(FieldsDocument.write(personal)).map(cipher::seal);
    }

    /// Values as they are kept: in plain, and of a person.
    private record Split(Map<String, Object> plain, Map<String, Object> personal) {

        static Split of(Map<String, Object> fields, Playbook playbook) {
            var split = new Split(new LinkedHashMap<>(), new LinkedHashMap<>());
            fields.forEach((key, value) -> {
                var kind = playbook.matter().fields().get(key);
                if (kind != null) {
                    FieldValue.kept(kind, value)
                            .ifPresent(it ->
                                    (kind.personal() ? split.personal : split.plain).put(key, it));
                }
            });
            return split;
        }
    }

    /// What was sealed in the report of `matter`, in plain; nothing where it cannot be opened any more.
    Map<String, Object> opened(Report.Carried carried, MatterId matter) {
        return carried.sealed()
                .flatMap(it -> cipher.readable(it, matter.toString()))
                .map(FieldsDocument::read)
                .orElse(Map.of());
    }

    private static FieldError missing(String key, Map<String, FieldKind> known) {
        var kind = Optional.ofNullable(known.get(key)).map(FieldKind::name);
        return new FieldError(
                "fields." + key,
                "missing",
                "请填写" + kind.map(it -> it.zh()).orElse(key),
                "Fill in: " + kind.map(it -> it.en()).orElse(key));
    }

    private static Optional<FieldError> wrong(
            String key, Object value, Optional<FieldKind> declared) {
        if (declared.isEmpty()) {
            return Optional.of(
                    new FieldError("fields." + key, "unknown", "没有这个字段", "There is no such field"));
        }
        var rule = FieldValue.rule(declared.get());
        return FieldValue.kept(declared.get(), value).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError("fields." + key, "unfit", rule.zh(), rule.en()));
    }
}
