package org.huying.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.key` (`HUYING_KEY`): master keys, base64; without it `secret.key` in the data folder is used, and made at
/// the first start. `huying.cipher`: `aes` or `sm4`, fixed once data is sealed.
///
/// @param data the data folder, `~/.huying` unless set
@ConfigurationProperties("huying")
record VaultSettings(
        @Nullable String key, @DefaultValue("aes") Algorithm cipher, @Nullable Path data) {

    Path folder() {
        return data == null ? Path.of(System.getProperty("user.home"), ".huying") : data;
    }
}
