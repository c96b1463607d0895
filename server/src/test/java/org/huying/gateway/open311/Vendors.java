package org.huying.gateway.open311;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A town with a real server, and a vendor whose program speaks to it.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huying.access.second-factor=false")
@Import(Town.class)
abstract class Vendors {

    static final String HERE = "jurisdiction_id=" + Town.REGION;

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Consumers consumers;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Machine vendor = new Machine(0, "");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @BeforeEach
    void signedUp() {
        town.ready();
        vendor = Machine.of(port, accounts, "vendor");
    }

    /// A street lamp is reported, with more fields as name, value, name, value.
    HttpResponse<String> lamp(String description, String... more) {
        var usual =
                Stream.of(
                        "jurisdiction_id", Town.REGION,
                        "service_code", "street-lamp",
                        "lat", "35.08",
                        "long", "117.16",
                        "description", description);
        return vendor.post(
                "/requests.json", Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }
}
