package org.huying.insight.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.huying.eventlog.StoredFact;
import org.huying.insight.FakeMatters;
import org.huying.insight.ReadModel;
import org.huying.insight.sql.Statement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The feed on a database, without Spring.
public final class Feed {

    public final FakeMatters matters = new FakeMatters();
    public final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RowConsumer consumer;
    private final Recounter recounter;

    public Feed(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        var transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        var counters = new Counters(jdbc);
        var writer = new RowWriter(jdbc, new AsideWriter(jdbc), new TextWriter(jdbc), counters);
        consumer = new RowConsumer(matters, writer);
        recounter =
                new Recounter(
                        matters,
                        writer,
                        counters,
                        jdbc,
                        new JdbcTemplate(dataSource),
                        transactions);
    }

    public ReadModel model() {
        return recounter;
    }

    /// Tells the consumer that these have moved, in one batch.
    public void moved(UUID... ids) {
        var facts = Arrays.stream(ids).map(Feed::fact).toList();
        transaction.executeWithoutResult(_ -> consumer.apply(facts));
    }

    public Set<String> kinds() {
        return consumer.kinds();
    }

    /// The numbers of the matters that a statement answers, at most `limit`.
    public List<String> numbers(Statement statement, int limit) {
        return jdbc
                .sql(statement.sql())
                .params(statement.params())
                .query((row, _) -> row.getString("number"))
                .list()
                .stream()
                .limit(limit)
                .toList();
    }

    /// The plan of a statement without knowledge of its values.
    public String plan(Statement statement) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + statement.sql())
                        .params(statement.params())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private static StoredFact fact(UUID id) {
        return new StoredFact(
                FakeMatters.REGION,
                id,
                "matter.moved",
                id,
                JsonMapper.shared().valueToTree(Map.of()),
                FakeMatters.START);
    }
}
