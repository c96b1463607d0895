package org.huying.access.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.mode`: `production` unless said otherwise (`demo`, `bench`, `replay`, `test`). What is only for showing refuses to
/// work in production.
@ConfigurationProperties("huying")
public record Mode(@DefaultValue("production") String mode) {
    public boolean production() {
        return mode.equals("production");
    }
}
