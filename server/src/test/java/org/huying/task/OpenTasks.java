package org.huying.task;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.huying.access.Caller;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk of tasks for tests of other packages: what the API and the scheduler do, without transport and waiting.
@TestComponent
public final class OpenTasks {

    private final Rounds rounds;
    private final Spells spells;
    private final TaskDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenTasks(Rounds rounds, Spells spells, TaskDesk desk, JdbcClient jdbc, Clock clock) {
        this.rounds = rounds;
        this.spells = spells;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Who is who, as far as tasks ask.
    public record Cast(
            String region,
            Function<UUID, Caller> account,
            BiFunction<String, TerritoryCode, Caller> holder) {}

    /// What the scheduler does at this moment.
    public void round() {
        spells.run(clock.instant());
        rounds.run(clock.instant());
    }

    /// The tasks of a kind that are to be done.
    public List<UUID> open(String region, String kind) {
        return jdbc.sql(
                        "SELECT id FROM task.task WHERE region = :region AND kind = :kind AND state = 'OPEN' ORDER BY id")
                .param("region", region)
                .param("kind", kind)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The open ones of the newest period, however many periods have gone by unseen.
    public List<UUID> newest(String region, String kind) {
        return jdbc.sql(
                        """
                        SELECT id FROM task.task
                         WHERE region = :region AND kind = :kind AND state = 'OPEN'
                           AND due_at = (SELECT max(due_at) FROM task.task WHERE region = :region AND kind = :kind)
                         ORDER BY id
                        """)
                .param("region", region)
                .param("kind", kind)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Done by whom it was given to.
    public void finished(Cast cast, UUID id, long figure) {
        var task = desk.find(cast.region(), id).orElseThrow();
        var by = cast.account().apply(task.given().to().person().orElseThrow());
        desk.take(task, new TaskCommand.Finish("做了", Optional.of(figure), List.of()), by);
    }

    /// Found to be done by the nearest holder of a post.
    public void checked(Cast cast, UUID id, String post) {
        var task = desk.find(cast.region(), id).orElseThrow();
        var by = cast.holder().apply(post, task.given().to().area());
        desk.take(task, new TaskCommand.Check(true, ""), by);
    }
}
