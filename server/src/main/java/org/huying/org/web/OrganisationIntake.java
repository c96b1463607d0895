package org.huying.org.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.access.Caller;
import org.huying.file.Bounds;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.problem.Language;
import org.huying.sheet.Field;
import org.huying.sheet.Field.Kind;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// Takes bodies in from a file, from today on: those whose key is new are added, the others changed where they differ.
@Component
class OrganisationIntake implements Intake {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}");

    private final SeenBodies bodies;
    private final OrgEdits edits;
    private final Clock clock;

    OrganisationIntake(SeenBodies bodies, OrgEdits edits, Clock clock) {
        this.bodies = bodies;
        this.edits = edits;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "organisations";
    }

    @Override
    public Words name() {
        return new Words("机构", "Bodies");
    }

    @Override
    public String permission() {
        return Scope.EDIT;
    }

    @Override
    public List<Field> fields(String region) {
        return List.of(
                Field.of(
                                Kind.CODE,
                                "key",
                                new Words("代号", "Key"),
                                100,
                                new Words(
                                        "小写英文、数字、短横线；按它认出同一个机构",
                                        "Small letters, digits, hyphens; it tells bodies apart"))
                        .must(),
                Field.text(
                                "name",
                                new Words("名称", "Name"),
                                200,
                                new Words("最多 200 字", "At most 200 characters"))
                        .must(),
                Field.oneOf(
                                "kind",
                                new Words("类别", "Kind"),
                                new Words("从字典里选", "Choose from the dictionary"),
                                kinds())
                        .must(),
                Field.of(
                        Kind.CODE,
                        "parent",
                        new Words("上级代号", "Key of the body above"),
                        100,
                        new Words("已有的，或写在前面几行的", "One that is there, or on a line before")),
                Field.of(
                        Kind.CODE,
                        "anchor",
                        new Words("区划代码", "Code of the area"),
                        18,
                        new Words("管哪里，本县的代码", "What it is for, a code in the county")));
    }

    private static List<Field.Term> kinds() {
        return Arrays.stream(OrganisationKind.values())
                .map(it ->
                        new Field.Term(
                                it.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                new Words(
                                        RosterSheets.named(it, Language.ZH),
                                        RosterSheets.named(it, Language.EN))))
                .toList();
    }

    @Override
    public List<String> key() {
        return List.of("key");
    }

    @Override
    public Taking begin(String region, Caller by) {
        var known = new HashMap<String, Optional<TerritoryCode>>();
        bodies.ofRegion(region).forEach(it -> known.put(it.key(), it.anchor()));
        return new Bodies(region, known, new Bounds(region, by, this));
    }

    private final class Bodies implements Taking {
        private final String region;
        private final Map<String, Optional<TerritoryCode>> known;
        private final Bounds bounds;

        /// @param known where the bodies that are there stand, by their keys
        Bodies(String region, Map<String, Optional<TerritoryCode>> known, Bounds bounds) {
            this.region = region;
            this.known = known;
            this.bounds = bounds;
        }

        @Override
        public List<Fault> check(List<Entry> entries) {
            return sorted(entries).faults();
        }

        @Override
        public Ready ready(List<Entry> entries) {
            var sorted = sorted(entries);
            return () -> stored(sorted);
        }

        private record Sorted(Map<String, OrgEdits.Entry> sound, int rows, List<Fault> faults) {}

        /// The last of those with the same key counts.
        private Sorted sorted(List<Entry> entries) {
            var sound = new HashMap<String, OrgEdits.Entry>();
            var faults = new ArrayList<Fault>();
            int rows = 0;
            for (var entry : entries) {
                var wrong = faults(entry);
                faults.addAll(wrong);
                if (wrong.isEmpty()) {
                    var read = read(entry);
                    known.put(read.key(), read.anchor());
                    sound.put(read.key(), read);
                    rows++;
                }
            }
            return new Sorted(sound, rows, faults);
        }

        private List<Fault> faults(Entry entry) {
            var faults = new ArrayList<Fault>();
            var key = entry.text("key").orElse("");
            if (!KEY.matcher(key).matches()) {
                faults.add(
                        wrong(
                                entry,
                                "key",
                                "pattern",
                                "小写英文、数字、短横线",
                                "Small letters, digits, hyphens"));
            }
            entry.text("parent")
                    .filter(it -> it.equals(key) || !known.containsKey(it))
                    .map(_ ->
                            wrong(
                                    entry,
                                    "parent",
                                    "unknown",
                                    "没有这个上级，或它写在后面",
                                    "There is no such body above, or it stands on a later line"))
                    .ifPresent(faults::add);
            entry.text("anchor")
                    .filter(it -> !CODE.matcher(it).matches() || !it.startsWith(region))
                    .map(_ ->
                            wrong(
                                    entry,
                                    "anchor",
                                    "unknown",
                                    "不是本县的区划代码",
                                    "No code of a place in the county"))
                    .ifPresent(faults::add);
            if (faults.isEmpty()) {
                outside(entry, key).ifPresent(faults::add);
            }
            return faults;
        }

        /// Neither from where it stands nor to where it is to stand, unless both lie within bounds.
        private Optional<Fault> outside(Entry entry, String key) {
            var anchor = entry.text("anchor").map(TerritoryCode::of);
            var before = Optional.ofNullable(known.get(key));
            return bounds.fault(entry.line(), "anchor", anchor)
                    .or(() -> before.flatMap(it -> bounds.fault(entry.line(), "key", it)));
        }

        private Taken stored(Sorted sorted) {
            if (sorted.sound().isEmpty()) {
                return new Taken(0, 0, 0, sorted.faults());
            }
            var outcome =
                    edits.save(
                            region,
                            List.copyOf(sorted.sound().values()),
                            TerritoryDay.of(clock.instant()));
            int known = sorted.rows() - outcome.added() - outcome.changed();
            return new Taken(outcome.added(), outcome.changed(), known, sorted.faults());
        }
    }

    private static OrgEdits.Entry read(Entry entry) {
        var kind = entry.text("kind").orElseThrow().toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<TerritoryCode> anchor = entry.text("anchor").map(TerritoryCode::of);
        return new OrgEdits.Entry(
                entry.text("key").orElseThrow(),
                entry.text("name").orElseThrow(),
                OrganisationKind.valueOf(kind),
                entry.text("parent"),
                anchor);
    }

    private static Fault wrong(Entry entry, String column, String code, String zh, String en) {
        return new Fault(entry.line(), column, code, new Words(zh, en));
    }
}
