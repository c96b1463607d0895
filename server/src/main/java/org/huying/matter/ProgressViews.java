package org.huying.matter;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Offers;
import org.huying.problem.Language;
import org.huying.vault.Step;
import org.springframework.stereotype.Component;

/// Draws the progress of a matter.
@Component
class ProgressViews {

    private static final Set<Act> OWN = Set.of(Act.RATE, Act.ANSWER, Act.REOPEN, Act.WITHDRAW);

    private final Matters matters;
    private final MatterViews views;
    private final Rulebook rulebook;

    ProgressViews(Matters matters, MatterViews views, Rulebook rulebook) {
        this.matters = matters;
        this.views = views;
        this.rulebook = rulebook;
    }

    /// For whoever asked.
    Progress own(Matter matter, Language language) {
        var offers = Offers.of(matter.standing(), rulebook.playbook(matter).matter().loop());
        return progress(
                matter,
                language,
                offers.stream().filter(OWN::contains).toList(),
                ProgressViews::said);
    }

    /// For somebody who follows what another reported.
    Progress followed(Matter matter, Language language) {
        return progress(matter, language, List.of(), _ -> "");
    }

    /// Questions and replies are meant for whoever asked.
    private static String said(Step step) {
        return step.act().equals(Act.ASK.key()) || step.act().equals(Act.REPLY.key())
                ? step.note()
                : "";
    }

    private Progress progress(
            Matter matter, Language language, List<Act> may, Function<Step, String> words) {
        var view = views.of(matter, Caller.ANONYMOUS);
        return new Progress(
                view.number(),
                view.state(),
                PlainWords.state(view.state(), language),
                may.isEmpty() ? PlainWords.title(view.title()) : view.title(),
                view.reportedAt(),
                view.clock().due(),
                view.unit() == null ? null : view.unit().name(),
                view.outcome(),
                may.contains(Act.RATE),
                may,
                matter.version(),
                matters.steps(matter.id()).stream()
                        .map(it ->
                                new Progress.Moved(
                                        it.at().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                                        it.act(),
                                        it.to(),
                                        words.apply(it)))
                        .toList());
    }
}
