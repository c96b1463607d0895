package org.huying.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/// Databases of somebody else that will not do, each refused before anything is written to it.
class ExternalTest {
    private static final String GOOD = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void acceptsADatabaseMadeAsTheHandbookSays() {
        assertThatCode(() -> check(owned("huying_t_good"))).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsOlderThanFifteen() {
        assertThatCode(() -> External.refuseOld(150000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> External.refuseOld(140017))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("需要 PostgreSQL 15")
                .hasMessageContaining("this one is 14");
    }

    @Test
    void refusesALocaleThatKnowsNoChineseAndSaysHowToDoBetter() {
        var plain =
                cluster.made("ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'");
        refused(own(plain, "huying_t_plain"))
                .hasMessageContaining("检索不了中文")
                .hasMessageContaining("LC_CTYPE 'C.UTF-8'");
        var ascii =
                cluster.made(
                        "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'");
        refused(own(ascii, "huying_t_ascii")).hasMessageContaining("UTF8");
    }

    @Test
    void refusesARoleWithoutRights() {
        var stranger = cluster.role(cluster.made(GOOD), "huying_t_stranger");
        refused(stranger)
                .hasMessageContaining("ALTER DATABASE")
                .hasMessageContaining("OWNER TO huying_t_stranger");
    }

    @Test
    void refusesARoleThatDoesNotWaitForTheDisk() {
        var hasty = owned("huying_t_hasty");
        cluster.admin("ALTER ROLE huying_t_hasty SET synchronous_commit = off");
        refused(hasty)
                .hasMessageContaining("synchronous_commit=off")
                .hasMessageContaining("ALTER ROLE");
    }

    @Test
    void refusesWhatCannotBeReached() {
        var good = owned("huying_t_wrong");
        refused(new EmbeddedPostgres.Connection(good.url(), good.user(), "not the password"))
                .hasMessageContaining("HUYING_DB_URL");
    }

    private EmbeddedPostgres.Connection owned(String role) {
        return own(cluster.made(GOOD), role);
    }

    private EmbeddedPostgres.Connection own(EmbeddedPostgres.Connection database, String role) {
        var reached = cluster.role(database, role);
        var name = database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        cluster.admin("ALTER DATABASE " + name + " OWNER TO " + role);
        return reached;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(
            EmbeddedPostgres.Connection connection) {
        return assertThatThrownBy(() -> check(connection)).isInstanceOf(DatabaseFailure.class);
    }

    private static void check(EmbeddedPostgres.Connection connection) {
        var db =
                new DatabaseProperties.Db(
                        connection.url(), connection.user(), connection.password(), 1);
        Database.open(db).close();
    }
}
