package org.huying.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.key` (`HUYING_KEY`): master keys, base64; without it `secret.key` in the data folder is used, and made at
/// the first start. `huying.cipher`: `aes` or `sm4`, fixed once data is sealed.
///
/// @param data the data folder
@ConfigurationProperties("huying")
record VaultSettings(
        @Nullable String key,
        @DefaultValue("aes") Algorithm cipher,
        @DefaultValue("${user.home}/.huying") Path data) {}
