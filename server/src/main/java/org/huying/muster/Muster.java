package org.huying.muster;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Teams called out in one act.
///
/// @param kind the key of the teams in the playbook, `name` what it called them then
/// @param place where to come to, in words
record Muster(
        String region,
        UUID id,
        int version,
        String kind,
        String name,
        TerritoryCode area,
        String place,
        String words,
        Errand errand,
        Said called,
        Instant answerBy,
        Optional<Said> ended) {

    /// The task that each team was given with it, and how many were.
    record Errand(Optional<String> kind, int given) {}

    /// @param by the name of whoever said it
    record Said(Instant at, UUID account, String by, String words) {}

    /// What its tasks say they come from.
    static String origin(UUID id) {
        return "muster:" + id;
    }

    /// What somebody who was called says.
    enum Answer {
        COMING,
        UNABLE,
        /// There.
        ARRIVED;

        /// Whoever is there does not say anything else any more, and nobody says the same twice.
        boolean follows(Optional<Answer> before) {
            return before.map(it -> it != ARRIVED && it != this).orElse(true);
        }
    }

    /// Somebody who was called, with the last answer.
    ///
    /// @param area where the team stands
    /// @param answers how often he has answered
    record Called(
            UUID person,
            String name,
            UUID team,
            String teamName,
            TerritoryCode area,
            boolean lead,
            Optional<Answer> answer,
            Optional<Instant> answeredAt,
            int answers) {}

    /// How many were called, and what they say.
    record Counts(int called, int coming, int unable, int arrived, int waiting) {}

    /// The same of one team.
    record OfTeam(UUID team, String name, TerritoryCode area, Counts counts) {}
}
