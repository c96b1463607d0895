package org.huying.playbook.compile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.calendar.WorkingHours;
import org.huying.playbook.Condition;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules.EscalationRule;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.Findings.Word;
import org.huying.playbook.tree.Tree;
import org.huying.territory.TerritoryCode;

/// Compiles a merged document, in which imported catalogues already stand. Reports every mistake of meaning; the shape
/// is the schema's affair.
public final class Compiler {

    private static final TerritoryCode COUNTRY = TerritoryCode.of("00");
    private static final Word TYPE = new Word("类型", "type of fact");

    private Compiler() {}

    /// The playbook, without a version number yet (0), or nothing after telling `findings` why.
    public static Optional<CompiledPlaybook> compile(Tree document, Findings findings) {
        var root = Part.root(document, findings);
        var words = Vocabulary.of(root);
        var conditions = new Conditions(fields(root.at("matter").at("fields")));
        var calendar = WorkCalendar.china().with(hours(root.at("calendar").at("hours")));
        var catalogue = new CatalogueCompiler(root, words, conditions, calendar);
        var items = catalogue.items();
        var founding = new FoundingCompiler(root, words);
        var place = root.at("place").at("code").read("bad-place", TerritoryCode::of);
        var playbook =
                new CompiledPlaybook(
                        root.at("playbook").text(""),
                        0,
                        place.orElse(COUNTRY),
                        name(root),
                        items,
                        catalogue.classes(),
                        new MatterCompiler(root, words, conditions, items.keySet()).compile(),
                        calendar,
                        words.posts(),
                        founding.teams(),
                        founding.sizes(),
                        founding.bodies(),
                        new WhistleCompiler(root, words).compile(),
                        new TaskCompiler(root, words).compile(root.at("tasks")),
                        new PowerCompiler(root, words).compile(),
                        new WindowCompiler(root).compile(),
                        new NoticeCompiler(root).compile(),
                        words.units(),
                        words.levels(),
                        words.evidence(),
                        Later.sections(root),
                        document);
        if (findings.broken()) {
            return Optional.empty();
        }
        warm(playbook);
        return Optional.of(playbook);
    }

    private static Text name(Part root) {
        var place = root.at("place");
        return place.present() ? place.name() : root.name();
    }

    private static Map<String, String> fields(Part part) {
        var fields = new LinkedHashMap<String, String>();
        part.entries()
                .forEach((key, field) ->
                        field.at("type")
                                .oneOf("type", TYPE, Fields.typeWords())
                                .ifPresent(type -> fields.put(key, type)));
        return fields;
    }

    private static WorkingHours hours(Part part) {
        if (!part.present()) {
            return WorkingHours.USUAL;
        }
        var words = part.parts().stream().map(each -> each.text("")).toList();
        try {
            return WorkingHours.parse(words);
        } catch (IllegalArgumentException refused) {
            part.wrong("bad-time", "工作时间有误：" + words, String.valueOf(refused.getMessage()));
            return WorkingHours.USUAL;
        }
    }

    /// The first evaluation of a condition costs a hundred times the others: it happens here, not on a request.
    private static void warm(CompiledPlaybook playbook) {
        var sample =
                new Item(
                        "",
                        playbook.name(),
                        "",
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        0,
                        Duration.ZERO,
                        Map.of());
        var facts = new Facts(Map.of(), sample, playbook.place(), Instant.EPOCH);
        var rules = playbook.matter();
        Stream.of(
                        rules.dispatch().stream().map(DispatchRule::when),
                        rules.loop().escalations().stream().map(EscalationRule::when),
                        playbook.items().stream().flatMap(item -> item.more().urgent().stream()))
                .flatMap(conditions -> conditions)
                .forEach(condition -> tryOut(condition, facts));
    }

    private static void tryOut(Condition condition, Facts facts) {
        try {
            var _ = condition.holds(facts);
        } catch (IllegalStateException _) {
            // a condition may well fail on empty facts; it is reported where it fails on real ones
        }
    }

    /// What a condition may ask of every matter, for the guide.
    public static List<String> facts() {
        return Fields.ofEveryMatter();
    }
}
