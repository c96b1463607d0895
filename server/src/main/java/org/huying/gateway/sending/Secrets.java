package org.huying.gateway.sending;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a file must not say, by name.
public record Secrets(Map<String, String> byName) {

    public static final String PREFIX = "secret.";
    public static final String SIGN = "sign";
    public static final String PASSWORD = "password";
    public static final String RECEIPT = "receipt";

    /// The private key by which push services know us.
    public static final String VAPID = "vapid";

    public static final Secrets NONE = new Secrets(Map.of());

    public Secrets {
        byName = Map.copyOf(byName);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// As templates name them.
    public Map<String, String> values() {
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
