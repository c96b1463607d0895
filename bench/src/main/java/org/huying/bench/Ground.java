package org.huying.bench;

import static org.huying.bench.Scene.COMMUNITIES;
import static org.huying.bench.Scene.ITEMS;
import static org.huying.bench.Scene.STREETS;
import static org.huying.bench.Scene.UNITS;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.cli.Server;
import org.huying.org.OrganisationKind;
import org.huying.playbook.Playbooks;
import org.huying.territory.DivisionImport;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Cipher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lays out what the bench works on, with the program's own parts, in this process and before the measured server starts.
final class Ground implements AutoCloseable {
    /// 单县: 22 streets and towns, 508 communities.
    static final String REGION = "371722";

    private final ConfigurableApplicationContext context;
    private final Scene scene;
    private final Staff staff;

    /// What is kept of it once the measured server runs.
    record Laid(Scene scene, Staff staff) {}

    Ground(Path data) {
        context =
                Server.start(
                        Map.of(
                                "server.port",
                                0,
                                "huying.data",
                                data,
                                "logging.level.root",
                                "warn"));
        context.getBean(DivisionImport.class).county(REGION);
        new BenchPlaybook(part(JdbcClient.class), part(Playbooks.class)).register(REGION);
        var units = units();
        scene = scene(units);
        staff = staff(units);
    }

    Laid laid() {
        return new Laid(scene, staff);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private Scene scene(List<UUID> units) {
        var playbook = part(Playbooks.class).current(REGION, Instant.now());
        var items =
                playbook.items().stream()
                        .limit(ITEMS)
                        .map(item -> new Scene.Subject(item.key(), item.itemClass()))
                        .toList();
        var streets = streets();
        return new Scene(
                REGION,
                playbook.key(),
                playbook.version(),
                items,
                streets.stream().map(street -> street.code().value()).toList(),
                communities(streets),
                units,
                part(Cipher.class).seal("王小明"));
    }

    private List<Node> streets() {
        return part(Territory.class).children(TerritoryCode.of(REGION), Instant.now()).stream()
                .limit(STREETS)
                .toList();
    }

    /// The communities of these streets, street by street in turn, until there are 400.
    private List<String> communities(List<Node> streets) {
        var territory = part(Territory.class);
        var now = Instant.now();
        var all = streets.stream().map(street -> territory.children(street.code(), now)).toList();
        var codes = new ArrayList<String>();
        for (int i = 0; codes.size() < COMMUNITIES; i++) {
            var ofStreet = all.get(i % all.size());
            if (i / all.size() < ofStreet.size()) {
                codes.add(ofStreet.get(i / all.size()).code().value());
            }
        }
        return List.copyOf(codes);
    }

    private List<UUID> units() {
        var jdbc = part(JdbcClient.class);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < UNITS; i++) {
            var id = new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE | i);
            ids.add(id);
            jdbc.sql(
                            """
                            INSERT INTO org.organisation (region, id, key, name, kind, anchor, valid_from)
                            VALUES (:region, :id, :key, :name, :kind, :region, :from)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("region", REGION)
                    .param("id", id)
                    .param("key", "bench-" + i)
                    .param("name", "第" + (i + 1) + "处置单位")
                    .param("kind", OrganisationKind.DEPARTMENT.name())
                    .param("from", LocalDate.of(2020, 1, 1))
                    .update();
        }
        return ids;
    }

    private Staff staff(List<UUID> units) {
        var county = TerritoryCode.of(REGION);
        var machines = new ArrayList<String>();
        for (int i = 0; i < Staff.MACHINES; i++) {
            var grant = NewGrant.of("machine-reporter", county);
            var account = account("bench-machine-" + i, Caller.Kind.MACHINE, grant);
            machines.add(
                    part(Accounts.class).issueToken(account, REGION, "bench", Optional.empty()));
        }
        var desks = new ArrayList<String>();
        for (int i = 0; i < Staff.DESKS; i++) {
            desks.add(session("bench-desk-" + i, NewGrant.of("county-desk", county)));
        }
        var streets = new ArrayList<String>();
        for (var street : streets()) {
            streets.add(
                    session(
                            "bench-street-" + street.code(),
                            NewGrant.of("street-desk", street.code())));
        }
        var handlers = new HashMap<UUID, String>();
        for (int i = 0; i < units.size(); i++) {
            var grant = NewGrant.of("unit-handler", county, units.get(i));
            handlers.put(units.get(i), session("bench-handler-" + i, grant));
        }
        return new Staff(machines, desks, streets, handlers);
    }

    private String session(String login, NewGrant grant) {
        return part(Accounts.class).openSession(account(login, Caller.Kind.STAFF, grant), REGION);
    }

    private UUID account(String login, Caller.Kind kind, NewGrant grant) {
        var accounts = part(Accounts.class);
        return accounts.byLogin(REGION, login)
                .orElseGet(() ->
                        accounts.create(
                                new NewAccount(
                                        REGION,
                                        login,
                                        login,
                                        kind,
                                        Optional.empty(),
                                        false,
                                        List.of(grant))));
    }
}
