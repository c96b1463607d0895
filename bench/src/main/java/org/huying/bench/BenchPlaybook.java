package org.huying.bench;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.huying.playbook.Playbooks;
import org.huying.vault.Chain;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The base playbook for the bench's county, so that one lifecycle is the steps and nothing else: reports are accepted on
/// arrival, and no step needs a picture. Everything else, items, limits, rules and the rating, is as in the base.
final class BenchPlaybook {
    static final String KEY = "bench";

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Playbooks playbooks;

    BenchPlaybook(JdbcClient jdbc, Playbooks playbooks) {
        this.jdbc = jdbc;
        this.playbooks = playbooks;
    }

    /// In force when this returns.
    void register(String region) {
        jdbc.sql(
                        """
                        INSERT INTO playbook.version (key, version, place, effective_from, document, origins, sha256,
                                                      source, created_at)
                        SELECT :key, 1, :region, effective_from, :document::json, origins, :sha256, source, created_at
                          FROM playbook.version WHERE key = 'base' ORDER BY version DESC LIMIT 1
                        ON CONFLICT DO NOTHING
                        """)
                .param("key", KEY)
                .param("region", region)
                .param("document", document(region))
                .param("sha256", HexFormat.of().formatHex(Chain.start()))
                .update();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!playbooks.current(region, Instant.now()).key().equals(KEY)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The playbook does not come into force");
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private String document(String region) {
        var base =
                jdbc.sql(
                                """
                                SELECT document::text FROM playbook.version
                                 WHERE key = 'base' ORDER BY version DESC LIMIT 1
                                """)
                        .query(String.class)
                        .single();
        var document = (ObjectNode) JSON.readTree(base);
        document.put("playbook", KEY).put("name", "测量用方案").put("en", "For measuring");
        document.set(
                "place",
                JSON.createObjectNode().put("code", region).put("name", "测量").put("en", "Bench"));
        var catalogue = document.withObject("catalogue");
        catalogue.withObject("defaults").remove("evidence");
        for (var part : List.of("classes", "items")) {
            for (var entry : catalogue.withObject(part).properties()) {
                ((ObjectNode) entry.getValue()).remove("evidence");
            }
        }
        document.withObject("matter").put("accept-automatically", true);
        return JSON.writeValueAsString(document);
    }
}
