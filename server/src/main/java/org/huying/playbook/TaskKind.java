package org.huying.playbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// A task that this place gives out: again every period, while a mode holds, or by hand; to whom, with which proof, and what
/// it counts.
///
/// @param every how often it is given out by itself; empty for what is given by hand or by a mode
/// @param within the time to do it, from when it is given; empty for the end of the period
/// @param checker the post that checks it; empty when what is done counts at once
/// @param template an editable sample
public record TaskKind(
        String key,
        Text name,
        To to,
        Optional<Every> every,
        Optional<TimeLimit> within,
        Proof proof,
        Score score,
        Optional<String> checker,
        Force force,
        boolean template) {

    /// Who does it: every holder of a post, every team of a kind, or the bodies that fill a role.
    public record To(Whom whom, String key) {}

    /// What the key of [To] names.
    public enum Whom {
        POST,
        TEAM,
        UNIT,
        /// Every member unit of a body.
        MEMBERS
    }

    /// How often.
    public enum Every {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /// What must be shown when it is done.
    ///
    /// @param evidence keys of photos or papers
    /// @param words whether a written account is needed
    /// @param figure what is counted with it, such as people called on
    /// @param stages the steps on the way, one after the other (代办: 接单、办理、送达)
    public record Proof(
            List<String> evidence, boolean words, Optional<Text> figure, List<Text> stages) {}

    /// What it counts when done in time, and when done late.
    public record Score(int inTime, int late) {}

    /// The days on which it is on the list: from the first until the day before the last.
    public record Force(Optional<LocalDate> from, Optional<LocalDate> until) {

        public boolean covers(LocalDate day) {
            return from.map(it -> !day.isBefore(it)).orElse(true)
                    && until.map(day::isBefore).orElse(true);
        }
    }
}
