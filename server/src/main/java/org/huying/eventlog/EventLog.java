package org.huying.eventlog;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.huying.database.Ids;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Appends facts. Call it in the transaction that makes them true, or put [#INSERT_INTO] into its statement.
@Component
public class EventLog {
    /// For another module's CTE: `…, e AS (` + INSERT_INTO + ` FROM u)`, with the parameters of [#params(Fact)].
    public static final String INSERT_INTO =
            """
            INSERT INTO eventlog.event (region, id, kind, subject, facts, at)
            SELECT :eventRegion::text, :eventId::uuid, :eventKind::text, :eventSubject::uuid, :eventFacts::jsonb,
                   :eventAt::timestamptz
            """;

    private static final String INSERT_MANY =
            """
            INSERT INTO eventlog.event (region, id, kind, subject, facts, at)
            SELECT * FROM unnest(:regions::text[], :ids::uuid[], :kinds::text[], :subjects::uuid[], :facts::jsonb[],
                                 :ats::timestamptz[])
            """;

    private final NamedParameterJdbcTemplate template;
    private final JsonMapper json;
    private final Rebase rebase;

    public EventLog(DataSource dataSource, JsonMapper json, TransactionTemplate transaction) {
        this.template = new NamedParameterJdbcTemplate(dataSource);
        this.json = json;
        this.rebase = new Rebase(JdbcClient.create(dataSource), transaction);
    }

    public void append(Fact... facts) {
        append(Arrays.asList(facts));
    }

    /// One statement for all of them; their order is kept.
    public void append(List<? extends Fact> facts) {
        if (!facts.isEmpty()) {
            template.update(
                    INSERT_MANY,
                    Map.of(
                            "regions", texts(facts, Fact::region),
                            "ids", texts(facts, _ -> Ids.next()),
                            "kinds", texts(facts, Fact::kind),
                            "subjects", texts(facts, Fact::subject),
                            "facts", texts(facts, json::writeValueAsString),
                            "ats", texts(facts, Fact::at)));
        }
    }

    private static String[] texts(
            List<? extends Fact> facts, Function<? super Fact, Object> value) {
        return facts.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /// The parameters of [#INSERT_INTO], with a new id.
    public Map<String, Object> params(Fact fact) {
        return Map.of(
                "eventRegion", fact.region(),
                "eventId", Ids.next(),
                "eventKind", fact.kind(),
                "eventSubject", fact.subject(),
                "eventFacts", json.writeValueAsString(fact),
                "eventAt", fact.at().atOffset(ZoneOffset.UTC));
    }

    /// Makes a restored log readable: transaction numbers restart in another cluster, so those of the log are rewritten
    /// below the cluster's present one, with the cursors. Order and what each consumer still owes stay. Server stopped.
    public void rebase() {
        rebase.run();
    }
}
