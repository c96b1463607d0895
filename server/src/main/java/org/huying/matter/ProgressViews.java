package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Progress.Photo;
import org.huying.matter.Progress.Wait;
import org.huying.matter.loop.Hold;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Offers;
import org.huying.problem.Language;
import org.huying.vault.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws the progress of a matter.
@Component
class ProgressViews {

    private static final Set<Act> OWN = Set.of(Act.RATE, Act.ANSWER, Act.REOPEN, Act.WITHDRAW);

    private final Matters matters;
    private final MatterViews views;
    private final Rulebook rulebook;
    private final ToldPictures pictures;

    ProgressViews(Matters matters, MatterViews views, Rulebook rulebook, ToldPictures pictures) {
        this.matters = matters;
        this.views = views;
        this.rulebook = rulebook;
        this.pictures = pictures;
    }

    /// For whoever asked.
    Progress own(Matter matter, Language language) {
        var offers = Offers.of(matter.standing(), rulebook.playbook(matter).matter().loop());
        var steps = matters.steps(matter.id());
        return progress(
                matter,
                language,
                new Told(
                        offers.stream().filter(OWN::contains).toList(),
                        matter.aside().hold().map(ProgressViews::wait).orElse(null),
                        pictures.of(matter, steps).stream().map(ProgressViews::photo).toList(),
                        moves(steps, ProgressViews::said)));
    }

    /// For somebody who follows what another reported.
    Progress followed(Matter matter, Language language) {
        var moves = moves(matters.steps(matter.id()), _ -> "");
        return progress(matter, language, new Told(List.of(), null, List.of(), moves));
    }

    /// What differs between those who look.
    private record Told(
            List<Act> may, @Nullable Wait hold, List<Photo> photos, List<Progress.Moved> moves) {}

    /// Why it waits is for whoever asked where he is asked something; else it is said among those who work.
    private static Wait wait(Hold hold) {
        return new Wait(
                hold.kind().name(),
                hold.kind() == Hold.Kind.ASKED ? hold.words() : null,
                local(hold.since()),
                local(hold.until()));
    }

    private static Photo photo(Attachments.Attachment it) {
        return new Photo(it.id(), it.kind(), it.width(), it.height());
    }

    /// Questions and replies are meant for whoever asked.
    private static String said(Step step) {
        return step.act().equals(Act.ASK.key()) || step.act().equals(Act.REPLY.key())
                ? step.note()
                : "";
    }

    private Progress progress(Matter matter, Language language, Told told) {
        var may = told.may();
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
                told.hold(),
                told.photos(),
                told.moves());
    }

    private static List<Progress.Moved> moves(List<Step> steps, Function<Step, String> words) {
        return steps.stream()
                .map(it -> new Progress.Moved(local(it.at()), it.act(), it.to(), words.apply(it)))
                .toList();
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
