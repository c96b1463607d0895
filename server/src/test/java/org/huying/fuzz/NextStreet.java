package org.huying.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huying.Town;
import org.huying.client.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Matters of another street of the same county, with a word in them that nobody may read whose post ends at the first
/// street. Somebody of the county may move them; then they say no more.
final class NextStreet {

    static final String MARK = "邻街暗号";

    private static final String STREET = "370481003";
    private static final int MATTERS = 5;

    /// Whoever holds nothing there.
    private static final Set<String> STRANGERS =
            Set.of(
                    "nobody",
                    "resident",
                    "grid-worker",
                    "grid-chief",
                    "community-desk",
                    "street-desk",
                    "machine-reporter",
                    "partner",
                    "device",
                    "display");

    private final JdbcClient jdbc;
    private final List<String> before;

    NextStreet(URI base, String desk, JdbcClient jdbc) {
        this.jdbc = jdbc;
        var api = Api.at(base).as(desk);
        for (int i = 0; i < MATTERS; i++) {
            var report =
                    Map.of(
                            "channel",
                            "desk",
                            "title",
                            MARK + " " + i,
                            "text",
                            MARK + "路灯三天不亮了",
                            "item",
                            "street-lamp",
                            "area",
                            STREET,
                            "place",
                            MARK + "路口");
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            api.post("/api/v1/" + Town.REGION + "/matters", report, key).orThrow();
        }
        this.before = stored();
    }

    /// Whether somebody was told who may not know, of matters that nobody has moved meanwhile.
    boolean told(Cast.Role role, Answer answer) {
        return STRANGERS.contains(role.name())
                && answer.text().contains(MARK)
                && stored().equals(before);
    }

    private List<String> stored() {
        return jdbc.sql(
                        """
                        SELECT id || ' ' || version FROM matter.matter WHERE region = :region AND title LIKE :mark ORDER BY id
                        """)
                .param("region", Town.REGION)
                .param("mark", MARK + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
