package org.huying.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.data`: the data folder, `~/.huying` unless set. `huying.db.*`: your own PostgreSQL instead of the embedded one.
@ConfigurationProperties("huying")
record DatabaseProperties(@Nullable Path data, @DefaultValue Db db) {

    /// `url` as `postgresql://host:port/name` or a JDBC address; `pool`: connections at most.
    record Db(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("16") int pool) {}

    Path folder() {
        return data == null ? Path.of(System.getProperty("user.home"), ".huying") : data;
    }
}
