package org.huying.gateway.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a channel has to keep to itself, by name.
record Secrets(Map<String, String> byName) {

    static final String PREFIX = "secret.";
    static final String SIGN = "sign";
    static final String PASSWORD = "password";
    static final String RECEIPT = "receipt";
    static final Secrets NONE = new Secrets(Map.of());

    Secrets {
        byName = Map.copyOf(byName);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// As templates name them.
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        byName.forEach((name, value) -> values.put(PREFIX + name, value));
        return values;
    }

    /// Nobody is shown any of it.
    @Override
    public String toString() {
        return "Secrets" + byName.keySet();
    }
}
