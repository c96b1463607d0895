package org.huying.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.client.Api;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A county next door with things of its own, all with a word in them that nobody of another county may ever read.
final class OtherCounty {

    static final String REGION = "370402";
    static final String MARK = "邻县暗号";

    private static final String HERE = "/api/v1/" + REGION;
    private static final TerritoryCode COUNTY = TerritoryCode.of(REGION);
    private static final int MATTERS = 5;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final URI base;
    private final String before;

    OtherCounty(DivisionImport divisions, Accounts accounts, JdbcClient jdbc, URI base) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.base = base;
        divisions.county(REGION);
        fill();
        this.before = stored();
    }

    private void fill() {
        var desk = as("simulator");
        for (int i = 0; i < MATTERS; i++) {
            sent(
                    desk,
                    "/matters",
                    Map.of(
                            "channel", "desk",
                            "title", MARK + " " + i,
                            "text", MARK + "路灯三天不亮了",
                            "item", "street-lamp",
                            "area", REGION + "001",
                            "place", MARK + "路口",
                            "contact", Map.of("name", MARK, "phone", "13800009999")));
        }
        sent(
                as("system-admin"),
                "/webhooks",
                Map.of("name", MARK, "url", "https://example.org/x", "events", List.of()));
        sent(
                as("security-admin"),
                "/accounts",
                Map.of(
                        "login",
                        "marked",
                        "name",
                        MARK,
                        "kind",
                        "staff",
                        "grants",
                        List.of(Map.of("role", "leader", "area", REGION))));
    }

    private Api as(String role) {
        var account =
                accounts.create(
                        new NewAccount(
                                REGION,
                                "own-" + role,
                                "own-" + role,
                                Caller.Kind.STAFF,
                                Optional.empty(),
                                false,
                                List.of(NewGrant.of(role, COUNTY))));
        return Api.at(base).as(accounts.openSession(account, REGION));
    }

    private static void sent(Api api, String path, Map<String, ?> body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        api.post(HERE + path, body, key).orThrow();
    }

    /// Somebody may have heard of what is there; hearing of it is all they can do.
    void rumour(Pool pool) {
        jdbc.sql("SELECT id, number FROM matter.matter WHERE region = :region AND title LIKE :mark")
                .param("region", REGION)
                .param("mark", MARK + "%")
                .query(row -> {
                    pool.add("id@matters", row.getString(1));
                    pool.add("number@track", row.getString(2));
                    pool.add("service_request_id", row.getString(2));
                });
        jdbc.sql("SELECT id FROM access.account WHERE region = :region")
                .param("region", REGION)
                .query(row -> {
                    pool.add("id@accounts", row.getString(1));
                });
    }

    /// Whether all of it is as it was.
    boolean untouched() {
        return stored().equals(before);
    }

    private String stored() {
        return jdbc.sql(
                        """
                        SELECT string_agg(id || ' ' || version || ' ' || state || ' ' || title, ', ' ORDER BY id)
                          FROM matter.matter WHERE region = :region AND title LIKE :mark
                        """)
                .param("region", REGION)
                .param("mark", MARK + "%")
                .query(String.class)
                .single();
    }
}
