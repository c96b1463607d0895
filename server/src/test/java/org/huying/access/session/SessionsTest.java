package org.huying.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.Reach;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Import({Postgres.class, MovableClock.Config.class})
class SessionsTest {
    private static final String REGION = "370481";

    @Autowired private Accounts accounts;
    @Autowired private Sessions sessions;
    @Autowired private Touches touches;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    private MovableClock clock;

    private UUID account(String login, NewGrant... grants) {
        return accounts.create(
                new NewAccount(
                        REGION,
                        login,
                        "周四",
                        Caller.Kind.STAFF,
                        Optional.empty(),
                        false,
                        List.of(grants)));
    }

    private Session open(UUID account) {
        return sessions.resolve(Token.parse(accounts.openSession(account, REGION)).orElseThrow())
                .orElseThrow();
    }

    @Test
    void carriesTheGrantsAsReach() {
        var unit = new UUID(1, 1);
        var session =
                open(
                        account(
                                "two.grants",
                                NewGrant.of("grid-worker", TerritoryCode.of("370481001001001")),
                                NewGrant.of("unit-handler", TerritoryCode.of(REGION), unit)));
        var caller = session.caller();
        assertThat(caller.units()).containsExactly(unit);
        var reach = caller.reach("matter:matter:handle");
        assertThat(reach.covers(TerritoryCode.of("370481001001001"), List.of())).isTrue();
        assertThat(reach.covers(TerritoryCode.of("370481002"), List.of())).isFalse();
        assertThat(reach.covers(TerritoryCode.of("370481002"), List.of(unit))).isTrue();
        assertThat(reach.touches(TerritoryCode.of("370481"))).isTrue();
        assertThat(reach.touches(TerritoryCode.of("370482"))).isFalse();
        assertThat(caller.reach("matter:matter:close")).isEqualTo(new Reach.Nowhere());
    }

    @Test
    void touchesASessionAtMostOnceAMinuteAndNotOnTheWay() {
        var session = open(account("touched"));
        clock.move(Duration.ofSeconds(50));
        assertThat(sessions.resolve(session.token())).isPresent();
        touches.beat();
        assertThat(lastSeen(session)).isZero();
        clock.move(Duration.ofSeconds(20));
        assertThat(sessions.resolve(session.token())).isPresent();
        assertThat(lastSeen(session)).isZero();
        touches.beat();
        assertThat(lastSeen(session)).isEqualTo(70);
    }

    @Test
    void keepsOnlyTheHashOfAToken() {
        var session = open(account("hashed"));
        assertThat(session.token().text()).startsWith("370481.s").hasSize(51);
        assertThat(session.token().toString()).doesNotContain(session.token().text());
        assertThat(
                        jdbc.sql("SELECT token_hash FROM access.session WHERE id = :id")
                                .param("id", session.id())
                                .query((row, _) -> row.getBytes(1))
                                .single())
                .isEqualTo(session.token().hash());
        for (var bad :
                List.of("", "370481", "370481.s", "37048x" + session.token().text().substring(6))) {
            assertThat(Token.parse(bad)).isEmpty();
        }
    }

    @Test
    void resolvesFromMemoryWithinMicroseconds() {
        var token = open(account("quick", NewGrant.of("leader", TerritoryCode.of(REGION)))).token();
        for (int i = 0; i < 20_000; i++) {
            assertThat(sessions.resolve(token).isPresent()).isTrue();
        }
        long started = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            if (sessions.resolve(Token.parse(token.text()).orElseThrow()).isEmpty()) {
                throw new AssertionError();
            }
        }
        long each = (System.nanoTime() - started) / 20_000;
        assertThat(each).isLessThan(100_000);
    }

    private long lastSeen(Session session) {
        return jdbc.sql(
                        "SELECT extract(epoch FROM last_seen - created_at)::bigint FROM access.session WHERE id = :id")
                .param("id", session.id())
                .query(Long.class)
                .single();
    }
}
