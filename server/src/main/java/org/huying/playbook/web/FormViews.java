package org.huying.playbook.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.LoopRules.AskRules;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.PleaKind;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.web.PlaybookViews.Named;

/// What the forms of those who work ask a playbook for.
final class FormViews {

    /// The ways of asking that there are; a playbook says which of them it uses.
    private static final Map<String, Text> WAYS =
            Map.of(
                    "link", new Text("发链接", "By link"),
                    "code", new Text("当面扫码", "By code on the spot"),
                    "visit", new Text("上门", "At home"),
                    "phone", new Text("电话", "By telephone"));

    private FormViews() {}

    /// @param evidence kinds of photos and papers with their names
    /// @param ways of asking for a rating; `invite` and `rate` name one
    /// @param pleas what may be applied for
    /// @param ask how long, and how often, the clock may stand while the requester is asked
    /// @param revisit what a revisit asks besides whether it is solved: `contacted`, `satisfied`
    /// @param spot whether something may be handled on the spot
    record Forms(
            String key,
            int version,
            List<Named> evidence,
            List<Named> ways,
            List<PleaForm> pleas,
            AskForm ask,
            List<String> revisit,
            boolean spot) {}

    /// @param reasons to choose from; any words when empty
    /// @param evidence kinds that must be shown
    /// @param longest the longest time that may be granted, e.g. `5 work-days`
    /// @param stages whose desks decide, one after the other
    record PleaForm(
            PleaKind kind,
            int most,
            Optional<String> longest,
            List<Named> reasons,
            List<String> evidence,
            List<StageForm> stages) {}

    /// @param decider the level word of whose desk decides
    /// @param post the key of the post that decides, where the place names one
    /// @param limit how long it may take, e.g. `1 work-day`
    record StageForm(
            String zh, String en, String decider, Optional<String> post, Optional<String> limit) {}

    record AskForm(String longest, int most) {}

    /// Empty lists where the place does not whistle.
    ///
    /// @param classes of the published list
    /// @param items the published list
    record WhistleForm(
            String key,
            int version,
            List<RungForm> rungs,
            List<Named> causes,
            List<Named> classes,
            List<WhistleItem> items) {}

    /// @param by the level word of those who whistle; `answers` of those who must come, or `department`
    /// @param reportIn the time to come in; `emergency` the time in an emergency
    record RungForm(
            String key,
            String zh,
            String en,
            String by,
            String answers,
            String reportIn,
            Optional<String> emergency,
            boolean template) {}

    /// @param cause the cause it usually comes under
    /// @param lead key of the body that leads, `assist` of those that help
    record WhistleItem(
            String key,
            String zh,
            String en,
            String itemClass,
            Optional<String> cause,
            Optional<String> lead,
            List<String> assist,
            boolean template) {}

    static Forms forms(CompiledPlaybook playbook) {
        var loop = playbook.matter().loop();
        return new Forms(
                playbook.key(),
                playbook.version(),
                PlaybookViews.named(playbook.evidence()),
                loop.after().ask().stream().sorted().map(FormViews::way).toList(),
                loop.pleas().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> plea(it.getKey(), it.getValue()))
                        .toList(),
                ask(loop.ask()),
                loop.after().revisit().ask().stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                loop.spot().allowed());
    }

    static WhistleForm whistle(CompiledPlaybook playbook) {
        var rules = playbook.whistle();
        return new WhistleForm(
                playbook.key(),
                playbook.version(),
                rules.levels().values().stream().map(FormViews::rung).toList(),
                PlaybookViews.named(rules.causes()),
                PlaybookViews.named(rules.classes()),
                rules.items().values().stream().map(FormViews::item).toList());
    }

    private static Named way(String key) {
        var name = WAYS.getOrDefault(key, new Text(key, key));
        return new Named(key, name.zh(), name.en());
    }

    private static PleaForm plea(PleaKind kind, PleaRule rule) {
        return new PleaForm(
                kind,
                rule.most(),
                rule.longest().map(TimeLimit::toString),
                PlaybookViews.named(rule.reasons()),
                rule.evidence(),
                rule.stages().stream().map(FormViews::stage).toList());
    }

    private static StageForm stage(PleaStage stage) {
        return new StageForm(
                stage.name().zh(),
                stage.name().en(),
                stage.decider(),
                stage.post(),
                stage.limit().map(TimeLimit::toString));
    }

    private static AskForm ask(AskRules rules) {
        return new AskForm(rules.longest().toString(), rules.most());
    }

    private static RungForm rung(Rung rung) {
        return new RungForm(
                rung.key(),
                rung.name().zh(),
                rung.name().en(),
                rung.by(),
                rung.answers(),
                rung.reportIn().toString(),
                rung.emergency().map(TimeLimit::toString),
                rung.template());
    }

    private static WhistleItem item(Entry entry) {
        return new WhistleItem(
                entry.key(),
                entry.name().zh(),
                entry.name().en(),
                entry.itemClass(),
                entry.cause(),
                entry.lead(),
                entry.assist(),
                entry.template());
    }
}
