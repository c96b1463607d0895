package org.huying.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.AuditVerification.Damage;
import org.huying.access.AuditVerification.Verdict;
import org.huying.vault.Chain;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Walks the seals of a region from the first to the head and recomputes everything on the way. Without the key of the
/// vault it cannot tell whether the holder of the key made a seal; everything else it can.
final class AuditWalk {

    private static final class Sealed {
        private final long seq;
        private final List<UUID> ids;
        private final List<byte[]> digests;
        private final byte[] rowsHash;
        private final byte[] previous;
        private final byte[] hash;
        private final byte[] mac;

        private Sealed(ResultSet row) throws SQLException {
            seq = row.getLong("seq");
            ids = List.of((UUID[]) row.getArray("ids").getArray());
            digests = List.of((byte[][]) row.getArray("digests").getArray());
            rowsHash = row.getBytes("rows_hash");
            previous = row.getBytes("previous");
            hash = row.getBytes("hash");
            mac = row.getBytes("mac");
        }
    }

    /// The state of the walk through one region.
    private static final class Walk {
        private final String region;
        private long rows;
        private long seals;
        private byte[] hash = Chain.start();

        private Walk(String region) {
            this.region = region;
        }

        private Optional<Damage> damage(long seal, Optional<UUID> row, String what) {
            return Optional.of(new Damage(region, seal, row, what));
        }
    }

    private final JdbcClient jdbc;
    private final AuditRows rows;
    private final Optional<Cipher> cipher;

    AuditWalk(JdbcClient jdbc, Optional<Cipher> cipher) {
        this.jdbc = jdbc;
        this.rows = new AuditRows(jdbc);
        this.cipher = cipher;
    }

    Verdict verify(String region) {
        var walk = new Walk(region);
        var damage = check(walk);
        return new Verdict(walk.rows, walk.seals, damage);
    }

    List<String> regions() {
        return jdbc.sql(
                        """
                        SELECT region FROM access.audit_head
                        UNION SELECT DISTINCT region FROM access.audit
                        UNION SELECT DISTINCT region FROM access.audit_seal ORDER BY 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Optional<Damage> check(Walk walk) {
        var damage = seals(walk);
        if (damage.isPresent()) {
            return damage;
        }
        for (var row : rows.unsealed(walk.region)) {
            walk.rows++;
            if (!row.intact()) {
                return walk.damage(0, Optional.of(row.row().id()), "row-changed");
            }
        }
        return Optional.empty();
    }

    /// Up to the head. A head that is ahead of us is one that moved while we read, as long as there are more seals.
    private Optional<Damage> seals(Walk walk) {
        var seal = next(walk);
        while (true) {
            for (; seal.isPresent(); seal = next(walk)) {
                var damage = check(walk, seal.get());
                if (damage.isPresent()) {
                    return damage;
                }
            }
            var head = head(walk.region);
            if (head.isEmpty() || Arrays.equals(head.get(), walk.hash)) {
                return Optional.empty();
            }
            seal = next(walk);
            if (seal.isEmpty()) {
                return walk.damage(walk.seals + 1, Optional.empty(), "seal-missing");
            }
        }
    }

    private Optional<Damage> check(Walk walk, Sealed seal) {
        if (seal.seq != walk.seals + 1) {
            return walk.damage(walk.seals + 1, Optional.empty(), "seal-missing");
        }
        if (seal.ids.size() != seal.digests.size()
                || !Arrays.equals(seal.previous, walk.hash)
                || !Arrays.equals(seal.rowsHash, Seal.rows(seal.digests))
                || !Arrays.equals(
                        seal.hash,
                        Seal.link(walk.hash, walk.region, seal.seq, seal.ids, seal.rowsHash))) {
            return walk.damage(seal.seq, Optional.empty(), "seal-changed");
        }
        if (cipher.isPresent() && !Arrays.equals(seal.mac, Seal.mac(cipher.get(), seal.hash))) {
            return walk.damage(seal.seq, Optional.empty(), "seal-forged");
        }
        walk.seals++;
        walk.hash = seal.hash;
        return rows(walk, seal);
    }

    private Optional<Damage> rows(Walk walk, Sealed seal) {
        var stored = rows.byId(walk.region, seal.ids);
        for (int i = 0; i < seal.ids.size(); i++) {
            var id = seal.ids.get(i);
            var row = stored.get(id);
            if (row == null) {
                return walk.damage(seal.seq, Optional.of(id), "row-missing");
            }
            if (!row.intact() || !row.has(seal.digests.get(i))) {
                return walk.damage(seal.seq, Optional.of(id), "row-changed");
            }
            walk.rows++;
        }
        return Optional.empty();
    }

    private Optional<Sealed> next(Walk walk) {
        return jdbc.sql(
                        """
                        SELECT seq, ids, digests, rows_hash, previous, hash, mac FROM access.audit_seal
                         WHERE region = :region AND seq > :seq ORDER BY seq LIMIT 1
                        """)
                .param("region", walk.region)
                .param("seq", walk.seals)
                .query((row, _) -> new Sealed(row))
                .optional();
    }

    private Optional<byte[]> head(String region) {
        return jdbc.sql("SELECT hash FROM access.audit_head WHERE region = :region")
                .param("region", region)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
