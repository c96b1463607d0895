package org.huying.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.AuditVerification;
import org.huying.access.Caller;
import org.huying.access.sql.Columns;
import org.huying.database.Postgres;
import org.huying.vault.ChainCheck;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(Postgres.class)
class AuditChainTest {
    @Autowired private Audit audit;
    @Autowired private AuditVerification verification;
    @Autowired private Sealer sealer;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void refusesToForget() {
        record("370102", 1);
        for (var sql :
                List.of(
                        "UPDATE access.audit SET subject = 'x'",
                        "DELETE FROM access.audit",
                        "TRUNCATE access.audit",
                        "DELETE FROM access.audit_seal")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void sealsWhatWasCommittedAndFindsItSound() {
        record("370103", 1_203);
        sealer.seal();
        var verdict = verification.verify(Optional.of("370103"));
        assertThat(verdict.damage()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(1_203);
        assertThat(verdict.seals()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void doesNotRecordWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            record("370104", 1);
            status.setRollbackOnly();
        });
        sealer.seal();
        assertThat(verification.verify(Optional.of("370104")).rows()).isZero();
    }

    @Test
    void locatesAChangedRow() {
        record("370105", 20);
        sealer.seal();
        var victim = ids("370105").get(7);
        tamper("UPDATE access.audit SET subject = 'matter 8' WHERE id = '" + victim + "'");
        assertDamage("370105", "row-changed", Optional.of(victim));
    }

    @Test
    void locatesARowWhoseDigestWasForgedToo() {
        record("370106", 20);
        sealer.seal();
        var victim = ids("370106").get(3);
        var other = ids("370106").get(4);
        tamper(
                "UPDATE access.audit a SET subject = b.subject, digest = b.digest FROM access.audit b WHERE a.id = '"
                        + victim
                        + "' AND b.id = '"
                        + other
                        + "'");
        assertDamage("370106", "row-changed", Optional.of(victim));
    }

    @Test
    void locatesAMissingRowAndAMissingSeal() {
        record("370112", 5);
        sealer.seal();
        record("370112", 5);
        sealer.seal();
        var victim = ids("370112").get(2);
        tamper("DELETE FROM access.audit WHERE id = '" + victim + "'");
        assertDamage("370112", "row-missing", Optional.of(victim));
        record("370113", 5);
        sealer.seal();
        tamper("DELETE FROM access.audit_seal WHERE region = '370113'");
        assertDamage("370113", "seal-missing", Optional.empty());
    }

    @Test
    void noticesASealMadeWithoutTheKey() {
        record("370114", 5);
        sealer.seal();
        tamper(
                "UPDATE access.audit_seal SET mac = decode(repeat('00', 16), 'hex') WHERE region = '370114'");
        assertDamage("370114", "seal-forged", Optional.empty());
    }

    @Test
    void isVerifiedWithoutTheServerToo() {
        record("370116", 5);
        sealer.seal();
        var victim = ids("370116").get(1);
        tamper("UPDATE access.audit SET act = 'nothing' WHERE id = '" + victim + "'");
        var report = new AuditChainCheck().verify(jdbc, _ -> {});
        assertThat(report.rows()).isPositive();
        assertThat(report.damages())
                .contains(new ChainCheck.Damage("access.audit", victim.toString(), "row-changed"));
    }

    @Test
    void goesOnSealingAfterARestoreIntoAnotherCluster() {
        record("370115", 5);
        sealer.seal();
        tamper("UPDATE access.audit SET xid = '999999999' WHERE region = '370115'");
        tamper("UPDATE access.audit_head SET xid = '999999999' WHERE region = '370115'");
        record("370115", 3);
        sealer.seal();
        sealer.seal();
        record("370115", 2);
        sealer.seal();
        var verdict = verification.verify(Optional.of("370115"));
        assertThat(verdict.damage()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "SELECT sum(cardinality(ids)) FROM access.audit_seal WHERE region = '370115'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(10);
    }

    private void assertDamage(String region, String what, Optional<UUID> row) {
        var damage = verification.verify(Optional.of(region)).damage().orElseThrow();
        assertThat(damage.what()).isEqualTo(what);
        assertThat(damage.row()).isEqualTo(row);
    }

    private void record(String region, int count) {
        for (int i = 0; i < count; i++) {
            audit.looked(Caller.SYSTEM, region, "matter " + i, "回访");
        }
    }

    private List<UUID> ids(String region) {
        return jdbc.sql("SELECT id FROM access.audit WHERE region = :region ORDER BY xid, id")
                .param("region", region)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    private void tamper(String sql) {
        jdbc.sql("ALTER TABLE access.audit DISABLE TRIGGER USER").update();
        jdbc.sql("ALTER TABLE access.audit_seal DISABLE TRIGGER USER").update();
        jdbc.sql(sql).update();
        jdbc.sql("ALTER TABLE access.audit ENABLE TRIGGER USER").update();
        jdbc.sql("ALTER TABLE access.audit_seal ENABLE TRIGGER USER").update();
    }
}
