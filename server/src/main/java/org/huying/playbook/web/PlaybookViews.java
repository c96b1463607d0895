package org.huying.playbook.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.Condition;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.Item;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Stage;
import org.huying.playbook.Text;
import org.huying.playbook.check.Finding;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.store.Registered;

/// What the API shows of a playbook.
final class PlaybookViews {

    private PlaybookViews() {}

    record Named(String key, String zh, String en) {}

    record Answer(String key, String zh, String en, boolean solved, double weight) {}

    record Summary(
            String key,
            int version,
            String place,
            Text name,
            List<Named> levels,
            List<Named> channels,
            List<Named> demands,
            List<Named> rejections,
            List<Answer> ratingAnswers,
            boolean ratingRequired,
            int ratingAttempts,
            List<ClassView> classes,
            int items) {}

    /// What the place calls what else it has: names for keys.
    ///
    /// @param units roles that bodies fill
    /// @param tasks those of its list and of its modes
    /// @param evidence kinds of photos and papers
    record Names(
            List<Named> posts,
            List<Named> teams,
            List<Named> bodies,
            List<Named> units,
            List<Named> tasks,
            List<Named> evidence) {}

    record ClassView(String key, String zh, String en, Optional<String> parent) {}

    record Rule(String name, String when, String to, boolean automatic, String source) {}

    record Rules(
            String key,
            int version,
            boolean acceptAutomatically,
            List<Rule> dispatch,
            List<String> notUsedYet) {}

    /// @param fields keys of what a report of it asks for beside the words
    record ItemView(
            String key,
            String zh,
            String en,
            String itemClass,
            Optional<String> solveAt,
            Map<String, String> limits,
            Map<String, List<String>> evidence,
            List<String> fields,
            double duplicateMetres,
            long duplicateHours,
            Map<String, String> codes,
            Optional<String> lead,
            List<String> assist,
            Optional<String> urgentWhen,
            boolean forResidents,
            boolean template,
            Optional<String> source,
            String origin) {}

    /// @param next pass it as `after` for the next page; absent on the last
    record Items(List<ItemView> items, Optional<String> next) {}

    record VersionView(
            String key, int version, String place, Instant effectiveFrom, String source) {}

    record FindingView(
            String severity,
            String code,
            String file,
            int line,
            int column,
            String path,
            String zh,
            String en,
            Optional<String> suggestion) {}

    record CheckView(boolean valid, List<FindingView> findings, List<String> notUsedYet) {}

    static Summary summary(CompiledPlaybook playbook) {
        var rules = playbook.matter();
        return new Summary(
                playbook.key(),
                playbook.version(),
                playbook.place().value(),
                playbook.name(),
                named(playbook.levels()),
                named(rules.channels()),
                named(rules.demands()),
                named(rules.rejections()),
                rules.ratingAnswers().entrySet().stream()
                        .map(entry -> answer(entry.getKey(), entry.getValue()))
                        .toList(),
                rules.ratingRequired(),
                rules.ratingAttempts(),
                playbook.classes().stream()
                        .map(each ->
                                new ClassView(
                                        each.key(),
                                        each.name().zh(),
                                        each.name().en(),
                                        each.parent()))
                        .toList(),
                playbook.items().size());
    }

    static Names names(CompiledPlaybook playbook) {
        var tasks = new LinkedHashMap<String, Text>();
        playbook.tasks().forEach((key, kind) -> tasks.put(key, kind.name()));
        playbook.matter()
                .loop()
                .modes()
                .values()
                .forEach(mode ->
                        mode.tasks().forEach((key, kind) -> tasks.putIfAbsent(key, kind.name())));
        return new Names(
                playbook.posts().stream().map(it -> named(it.key(), it.name())).toList(),
                playbook.teams().stream().map(it -> named(it.key(), it.name())).toList(),
                playbook.bodies().stream().map(it -> named(it.key(), it.name())).toList(),
                named(playbook.units()),
                named(tasks),
                named(playbook.evidence()));
    }

    static Rules rules(CompiledPlaybook playbook) {
        var rules = playbook.matter();
        return new Rules(
                playbook.key(),
                playbook.version(),
                rules.acceptAutomatically(),
                rules.dispatch().stream().map(PlaybookViews::rule).toList(),
                playbook.later());
    }

    static ItemView item(Item item) {
        var limits = new LinkedHashMap<String, String>();
        for (var stage : Stage.values()) {
            var limit = item.limits().get(stage);
            if (limit != null) {
                limits.put(stage.name().toLowerCase(Locale.ROOT), limit.toString());
            }
        }
        return new ItemView(
                item.key(),
                item.name().zh(),
                item.name().en(),
                item.itemClass(),
                item.solveAt(),
                limits,
                item.evidence(),
                item.more().fields(),
                item.duplicateMetres(),
                item.duplicateWindow().toHours(),
                item.codes(),
                item.more().lead(),
                item.more().assist(),
                item.more().urgent().map(Condition::text),
                item.more().forResidents(),
                item.more().template(),
                item.more().source(),
                item.more().origin());
    }

    static VersionView version(Registered version) {
        return new VersionView(
                version.key(),
                version.version(),
                version.place(),
                version.effectiveFrom(),
                version.source());
    }

    static FindingView finding(Finding finding) {
        return new FindingView(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(),
                finding.spot().file(),
                finding.spot().line(),
                finding.spot().column(),
                finding.path(),
                finding.zh(),
                finding.en(),
                finding.suggestion());
    }

    private static Rule rule(DispatchRule rule) {
        var to =
                switch (rule.to()) {
                    case DispatchTarget.Post(var post, var level) ->
                            "post(" + post + ", place." + level + ")";
                    case DispatchTarget.Duty(var level) -> "duty(item, place." + level + ")";
                    case DispatchTarget.Unit(var key) -> "unit(" + key + ")";
                };
        return new Rule(rule.name(), rule.when().text(), to, rule.automatic(), rule.source());
    }

    private static Answer answer(String key, RatingAnswer answer) {
        return new Answer(
                key, answer.name().zh(), answer.name().en(), answer.solved(), answer.weight());
    }

    static List<Named> named(Map<String, Text> names) {
        return names.entrySet().stream()
                .map(each -> named(each.getKey(), each.getValue()))
                .toList();
    }

    private static Named named(String key, Text name) {
        return new Named(key, name.zh(), name.en());
    }
}
