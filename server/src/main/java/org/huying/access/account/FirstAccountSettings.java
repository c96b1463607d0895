package org.huying.access.account;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `huying.admin.password` (`HUYING_ADMIN_PASSWORD`): the first password of the administrators. `huying.data`: the data folder.
@ConfigurationProperties("huying")
record FirstAccountSettings(@Nullable Path data, @Nullable Admin admin) {

    record Admin(@Nullable String password) {
        /// Secrets never show up in logs.
        @Override
        public String toString() {
            return "Admin";
        }
    }

    Optional<String> password() {
        return Optional.ofNullable(admin).map(Admin::password).filter(text -> !text.isBlank());
    }

    Path folder() {
        return data == null ? Path.of(System.getProperty("user.home"), ".huying") : data;
    }
}
