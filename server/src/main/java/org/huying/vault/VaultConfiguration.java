package org.huying.vault;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens the vault at start, and refuses to start when data was sealed with a key that is not there: writing on with
/// another key would make two halves of which neither can be read.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final String PROOF = "huying";

    private record Check(int version, String algorithm, ByteBuffer sealed) {}

    @Bean
    RingCipher cipher(VaultSettings settings, JdbcClient jdbc) {
        var keys = new VaultKeys(settings);
        var checks = checks(jdbc);
        var found = keys.read();
        if (found.isEmpty() && !checks.isEmpty()) {
            throw new IllegalStateException(
                    "Sealed data exists but its key is gone: put back "
                            + keys.file()
                            + " or set HUYING_KEY. Nothing was changed.");
        }
        var ring = found.orElseGet(keys::create);
        var cipher = new RingCipher(settings.cipher(), ring);
        remember(jdbc, settings.cipher(), ring, checks);
        checks(jdbc).forEach(check -> verify(check, settings.cipher(), cipher));
        return cipher;
    }

    private static List<Check> checks(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT version, algorithm, sealed FROM vault.key_check ORDER BY version
                        """)
                .query((row, _) ->
                        new Check(
                                row.getInt(1), row.getString(2), ByteBuffer.wrap(row.getBytes(3))))
                .list();
    }

    private static void remember(
            JdbcClient jdbc, Algorithm algorithm, KeyRing ring, List<Check> known) {
        var missing = new HashSet<>(ring.versions());
        known.forEach(check -> missing.remove(check.version()));
        for (int version : missing) {
            jdbc.sql(
                            """
                            INSERT INTO vault.key_check (version, algorithm, sealed)
                            VALUES (:version, :algorithm, :sealed) ON CONFLICT DO NOTHING
                            """)
                    .param("version", version)
                    .param("algorithm", algorithm.name())
                    .param("sealed", new RingCipher(algorithm, ring).seal(version, PROOF))
                    .update();
        }
    }

    private static void verify(Check check, Algorithm algorithm, Cipher cipher) {
        if (!check.algorithm().equals(algorithm.name())) {
            throw new IllegalStateException(
                    "Data was sealed under huying.cipher=%s; it cannot be changed to %s"
                            .formatted(check.algorithm(), algorithm));
        }
        try {
            if (cipher.open(check.sealed().array()).equals(PROOF)) {
                return;
            }
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The key of version %d is not the one that sealed the data"
                            .formatted(check.version()),
                    e);
        }
        throw new IllegalStateException("The key check of the vault is damaged");
    }
}
