package org.huying.muster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.muster.Muster.Answer;
import org.huying.muster.Muster.Called;
import org.huying.muster.Muster.Counts;
import org.huying.muster.Muster.OfTeam;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws musters for one caller.
@Component
class MusterViews {

    /// @param task the kind of task that each team was given with it, `tasks` how many were
    /// @param overdue the time to answer is over and somebody has not
    /// @param mine the caller's own call, where he was called
    /// @param steps what the caller may do now: `answer`, `end`
    record MusterView(
            UUID id,
            int version,
            String kind,
            String name,
            String area,
            List<String> areaNames,
            String place,
            String words,
            @Nullable String task,
            int tasks,
            OffsetDateTime called,
            String by,
            OffsetDateTime answerBy,
            boolean overdue,
            @Nullable OffsetDateTime ended,
            @Nullable String endWords,
            Counts counts,
            List<TeamCounts> teams,
            @Nullable CalledView mine,
            List<String> steps) {}

    record TeamCounts(UUID team, String name, String area, Counts counts) {}

    record MusterLine(
            UUID id,
            String name,
            String area,
            List<String> areaNames,
            String place,
            String words,
            OffsetDateTime called,
            OffsetDateTime answerBy,
            @Nullable OffsetDateTime ended) {}

    /// @param answer what he said last; absent while he has not answered
    record CalledView(
            UUID person,
            String name,
            UUID team,
            String teamName,
            String area,
            boolean lead,
            @Nullable Answer answer,
            @Nullable OffsetDateTime answeredAt) {

        static CalledView of(Called it) {
            return new CalledView(
                    it.person(),
                    it.name(),
                    it.team(),
                    it.teamName(),
                    it.area().value(),
                    it.lead(),
                    it.answer().orElse(null),
                    it.answeredAt().map(MusterViews::time).orElse(null));
        }
    }

    private final Territory territory;
    private final Calls calls;
    private final MusterDesk desk;

    MusterViews(Territory territory, Calls calls, MusterDesk desk) {
        this.territory = territory;
        this.calls = calls;
        this.desk = desk;
    }

    MusterView of(Muster muster, Optional<Called> mine, Caller caller) {
        var teams = calls.teams(muster);
        var all = sum(teams);
        boolean waiting = muster.ended().isEmpty() && all.waiting() > 0;
        return new MusterView(
                muster.id(),
                muster.version(),
                muster.kind(),
                muster.name(),
                muster.area().value(),
                names(muster),
                muster.place(),
                muster.words(),
                muster.errand().kind().orElse(null),
                muster.errand().given(),
                time(muster.called().at()),
                muster.called().by(),
                time(muster.answerBy()),
                waiting && desk.now().isAfter(muster.answerBy()),
                muster.ended().map(it -> time(it.at())).orElse(null),
                muster.ended().map(Muster.Said::words).orElse(null),
                all,
                teams.stream()
                        .map(it ->
                                new TeamCounts(
                                        it.team(), it.name(), it.area().value(), it.counts()))
                        .toList(),
                mine.map(CalledView::of).orElse(null),
                steps(muster, mine, caller));
    }

    MusterLine line(Muster muster) {
        return new MusterLine(
                muster.id(),
                muster.name(),
                muster.area().value(),
                names(muster),
                muster.place(),
                muster.words(),
                time(muster.called().at()),
                time(muster.answerBy()),
                muster.ended().map(it -> time(it.at())).orElse(null));
    }

    private static List<String> steps(Muster muster, Optional<Called> mine, Caller caller) {
        if (muster.ended().isPresent()) {
            return List.of();
        }
        var steps = new ArrayList<String>();
        boolean desk = MusterScope.reaches(caller, MusterScope.CALL, muster.area());
        boolean called =
                mine.filter(it -> it.lead() || it.answer().filter(Answer.ARRIVED::equals).isEmpty())
                        .isPresent();
        if (caller.may(MusterScope.ANSWER) && (desk || called)) {
            steps.add("answer");
        }
        if (desk) {
            steps.add("end");
        }
        return List.copyOf(steps);
    }

    private List<String> names(Muster muster) {
        return territory.path(muster.area(), muster.called().at()).stream()
                .map(Node::name)
                .toList();
    }

    private static Counts sum(List<OfTeam> teams) {
        return teams.stream()
                .map(OfTeam::counts)
                .reduce(
                        new Counts(0, 0, 0, 0, 0),
                        (a, b) ->
                                new Counts(
                                        a.called() + b.called(),
                                        a.coming() + b.coming(),
                                        a.unable() + b.unable(),
                                        a.arrived() + b.arrived(),
                                        a.waiting() + b.waiting()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
