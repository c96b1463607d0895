package org.huying.playbook.compile;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.BodyKind;
import org.huying.playbook.Item;
import org.huying.playbook.ItemClass;
import org.huying.playbook.MatterRules;
import org.huying.playbook.NoticeWords;
import org.huying.playbook.Playbook;
import org.huying.playbook.PostKind;
import org.huying.playbook.PowerRules;
import org.huying.playbook.Sizes;
import org.huying.playbook.TaskKind;
import org.huying.playbook.TeamKind;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules;
import org.huying.playbook.WindowKind;
import org.huying.playbook.tree.Tree;
import org.huying.problem.Language;
import org.huying.territory.TerritoryCode;

/// A checked and compiled playbook with the document it was made of.
///
/// @param later paths of sections that are kept for machinery that does not exist yet
public record CompiledPlaybook(
        String key,
        int version,
        TerritoryCode place,
        Text name,
        Map<String, Item> itemsByKey,
        Map<String, ItemClass> classesByKey,
        MatterRules matter,
        WorkCalendar calendar,
        Map<String, PostKind> postsByKey,
        Map<String, TeamKind> teamsByKey,
        Sizes sizes,
        Map<String, BodyKind> bodiesByKey,
        WhistleRules whistle,
        Map<String, TaskKind> tasks,
        PowerRules powers,
        Map<String, WindowKind> windows,
        Map<Language, NoticeWords> notices,
        Map<String, Text> units,
        Map<String, Text> levels,
        Map<String, Text> evidence,
        List<String> later,
        Tree document)
        implements Playbook {

    public CompiledPlaybook {
        itemsByKey = Collections.unmodifiableMap(new LinkedHashMap<>(itemsByKey));
        classesByKey = Collections.unmodifiableMap(new LinkedHashMap<>(classesByKey));
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
        windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        bodiesByKey = Collections.unmodifiableMap(new LinkedHashMap<>(bodiesByKey));
    }

    /// The same under the number it was registered with.
    public CompiledPlaybook numbered(int number) {
        return new CompiledPlaybook(
                key,
                number,
                place,
                name,
                itemsByKey,
                classesByKey,
                matter,
                calendar,
                postsByKey,
                teamsByKey,
                sizes,
                bodiesByKey,
                whistle,
                tasks,
                powers,
                windows,
                notices,
                units,
                levels,
                evidence,
                later,
                document);
    }

    @Override
    public Optional<Item> item(String itemKey) {
        return Optional.ofNullable(itemsByKey.get(itemKey));
    }

    @Override
    public Collection<Item> items() {
        return itemsByKey.values();
    }

    @Override
    public Collection<ItemClass> classes() {
        return classesByKey.values();
    }

    @Override
    public Collection<PostKind> posts() {
        return postsByKey.values();
    }

    @Override
    public Collection<TeamKind> teams() {
        return teamsByKey.values();
    }

    @Override
    public Collection<BodyKind> bodies() {
        return bodiesByKey.values();
    }

    /// The published figures of the section `expect`, for tests: no rule of the product reads them. Numbers are `Long` or
    /// `Double`.
    public Map<String, Object> expect() {
        var figures = new LinkedHashMap<String, Object>();
        if (document instanceof Tree.Mapping(var sections, _)) {
            var section = sections.get("expect");
            if (section != null && section.value() instanceof Tree.Mapping(var entries, _)) {
                entries.forEach((key, entry) -> figures.put(key, plain(entry.value())));
            }
        }
        return Collections.unmodifiableMap(figures);
    }

    private static Object plain(Tree tree) {
        return switch (tree) {
            case Tree.Listing(var parts, _) -> parts.stream().map(CompiledPlaybook::plain).toList();
            case Tree.Mapping(var entries, _) -> {
                var below = new LinkedHashMap<String, Object>();
                entries.forEach((key, entry) -> below.put(key, plain(entry.value())));
                yield below;
            }
            case Tree.Scalar scalar ->
                    switch (scalar.kind()) {
                        case WHOLE -> (Object) Long.valueOf(scalar.text());
                        case DECIMAL -> Double.valueOf(scalar.text());
                        case FLAG -> scalar.text().equals("true");
                        case TEXT, NOTHING -> scalar.text();
                    };
        };
    }

    @Override
    public String toString() {
        return key + " v" + version;
    }
}
