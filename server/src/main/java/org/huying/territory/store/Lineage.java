package org.huying.territory.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `territory.lineage`.
@Repository
public class Lineage {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    public Lineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What makes one place out of another.
    public enum Act {
        MERGE("merge"),
        SPLIT("split"),
        RENAME("rename"),
        MOVE("move");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// One step from a place to the one that came out of it.
    public record Step(String act, LocalDate at, String source, Ancestor from, Ancestor to) {}

    public record Ancestor(TerritoryCode code, String name) {}

    public void add(
            String region, List<UUID> from, List<UUID> to, Act act, LocalDate at, String source) {
        var pairs =
                from.stream()
                        .flatMap(one -> to.stream().map(two -> new UUID[] {one, two}))
                        .toList();
        link(region, pairs, act, at, source);
    }

    /// One step for each pair: from the first to the second.
    public void link(String region, List<UUID[]> pairs, Act act, LocalDate at, String source) {
        jdbc.sql(
                        """
                        INSERT INTO territory.lineage (region, id, from_node, to_node, act, at, source)
                        SELECT :region, new.id, new.from_node, new.to_node, :act, :at, :source
                          FROM unnest(:ids::uuid[], :from::uuid[], :to::uuid[]) AS new (id, from_node, to_node)
                        """)
                .param("region", region)
                .param("ids", pairs.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("from", pairs.stream().map(pair -> pair[0]).toArray(UUID[]::new))
                .param("to", pairs.stream().map(pair -> pair[1]).toArray(UUID[]::new))
                .param("act", act.word())
                .param("at", at)
                .param("source", source)
                .update();
    }

    /// What came out of each code under another code, oldest first.
    public Map<String, List<String>> heirs(String region) {
        return jdbc
                .sql(
                        """
                        SELECT f.code AS old, t.code AS new
                          FROM territory.lineage l
                          JOIN territory.node f ON f.region = l.region AND f.id = l.from_node
                          JOIN territory.node t ON t.region = l.region AND t.id = l.to_node
                         WHERE l.region = :region AND f.code <> t.code
                         ORDER BY l.at, l.id
                        """)
                .param("region", region)
                .query((row, _) -> Map.entry(row.getString("old"), row.getString("new")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// The steps that lead to and from any version of this code, oldest first.
    public List<Step> of(TerritoryCode code) {
        return jdbc.sql(
                        """
                        SELECT l.act, l.at, l.source, f.code AS from_code, f.name AS from_name, t.code AS to_code,
                               t.name AS to_name
                          FROM territory.lineage l
                          JOIN territory.node f ON f.region = l.region AND f.id = l.from_node
                          JOIN territory.node t ON t.region = l.region AND t.id = l.to_node
                         WHERE l.region = :region
                           AND (l.from_node IN (SELECT id FROM territory.node WHERE region = :region AND code = :code)
                             OR l.to_node IN (SELECT id FROM territory.node WHERE region = :region AND code = :code))
                         ORDER BY l.at, l.id LIMIT :most
                        """)
                .param("region", Nodes.regionOf(code))
                .param("code", code.value())
                .param("most", MOST)
                .query((row, _) ->
                        new Step(
                                row.getString("act"),
                                row.getObject("at", LocalDate.class),
                                row.getString("source"),
                                ancestor(row.getString("from_code"), row.getString("from_name")),
                                ancestor(row.getString("to_code"), row.getString("to_name"))))
                .list();
    }

    private static Ancestor ancestor(String code, String name) {
        return new Ancestor(TerritoryCode.of(code), name);
    }
}
