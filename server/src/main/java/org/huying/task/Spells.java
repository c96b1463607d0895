package org.huying.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.territory.ModeSwitched;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The modes of areas: their tasks are given when a mode begins and end when it ends, also when it was switched in advance.
@Component
class Spells implements Consumer {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Kinds kinds;
    private final Giving giving;
    private final TaskDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Spells(
            JdbcClient jdbc,
            Kinds kinds,
            Giving giving,
            TaskDesk desk,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.giving = giving;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Spell(String region, UUID id, TerritoryCode area, String mode) {}

    @Override
    public String name() {
        return "task.modes";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ModeSwitched.KIND);
    }

    /// Keeps what was switched; what is due by now happens at once, the rest by the scheduler.
    @Override
    public void apply(List<StoredFact> batch) {
        batch.forEach(this::keep);
        turn(clock.instant());
    }

    /// Begins and ends what is due. Each spell is turned once, whichever server comes first.
    void run(Instant now) {
        transaction.executeWithoutResult(_ -> turn(now));
    }

    private void turn(Instant now) {
        for (var spell : due("begun = true", "NOT begun AND NOT ended AND from_at <= :now", now)) {
            begin(spell, now);
        }
        for (var spell : due("ended = true", "NOT ended AND until_at <= :now", now)) {
            desk.endAll(spell.region(), origin(spell.id()), "平战切换，任务结束", Caller.SYSTEM, PAGE);
        }
    }

    private void begin(Spell spell, Instant now) {
        var why =
                new Giving.Reason(
                        Optional.of(spell.mode()), origin(spell.id()), now, Optional.empty());
        for (var playbook : kinds.within(spell.region(), now)) {
            for (var kind : Kinds.kinds(playbook, why.mode()).values()) {
                if (Kinds.inForce(kind, now)) {
                    giving.give(playbook, kind, spell.area(), why);
                }
            }
        }
    }

    private static String origin(UUID spell) {
        return "mode:" + spell;
    }

    private void keep(StoredFact event) {
        var facts = event.facts();
        jdbc.sql(
                        """
                        INSERT INTO task.spell (region, id, area, mode, from_at, until_at)
                        VALUES (:region, :id, :area, :mode, :from, :until::timestamptz)
                        ON CONFLICT (region, id) DO UPDATE SET until_at = EXCLUDED.until_at
                        """)
                .param("region", event.region())
                .param("id", event.subject())
                .param("area", facts.path("area").asString(""))
                .param("mode", facts.path("mode").asString(""))
                .param("from", TaskRow.at(moment(facts.path("from")).orElse(event.at())))
                .param("until", moment(facts.path("until")).map(Instant::toString).orElse(null))
                .update();
    }

    private static Optional<Instant> moment(JsonNode node) {
        var text = node.asString("");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private List<Spell> due(String mark, String condition, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE task.spell SET %s
                         WHERE %s RETURNING region, id, area, mode
                        """
                                .formatted(mark, condition))
                .param("now", TaskRow.at(now))
                .query((row, _) ->
                        new Spell(
                                row.getString("region"),
                                row.getObject("id", UUID.class),
                                TerritoryCode.of(row.getString("area")),
                                row.getString("mode")))
                .list();
    }
}
