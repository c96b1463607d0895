package org.huying.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultKeysTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void makesAKeyOnceAndRefusesToStartWithoutIt() throws Exception {
        var jdbc = JdbcClient.create(Postgres.migrated());
        var settings = new VaultSettings(null, Algorithm.AES, folder.resolve("data"));
        var sealed = cipher(settings, jdbc).seal("13800138000");
        var file = folder.resolve("data").resolve(VaultKeys.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(cipher(settings, jdbc).open(sealed)).isEqualTo("13800138000");

        var sm4 = new VaultSettings(null, Algorithm.SM4, settings.data());
        assertThatThrownBy(() -> cipher(sm4, jdbc)).hasMessageContaining("cannot be changed");
        var other = new VaultSettings(KeyRing.fresh().text(), Algorithm.AES, settings.data());
        assertThatThrownBy(() -> cipher(other, jdbc)).hasMessageContaining("is not the one");
        Files.delete(file);
        assertThatThrownBy(() -> cipher(settings, jdbc)).hasMessageContaining("key is gone");
        assertThat(file).doesNotExist();
    }

    @Test
    void takesUpASecondKeyAndRefusesToLoseTheFirst() {
        var jdbc = JdbcClient.create(Postgres.migrated());
        var first = KeyRing.fresh().text().strip();
        var second = "2" + KeyRing.fresh().text().strip().substring(1);
        cipher(new VaultSettings(first, Algorithm.SM4, folder), jdbc);
        cipher(new VaultSettings(first + "," + second, Algorithm.SM4, folder), jdbc);
        assertThatThrownBy(() -> cipher(new VaultSettings(second, Algorithm.SM4, folder), jdbc))
                .hasMessageContaining("version 1");
    }

    private static Cipher cipher(VaultSettings settings, JdbcClient jdbc) {
        return new VaultConfiguration().cipher(settings, jdbc);
    }
}
