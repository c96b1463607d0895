package org.huying.vault;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Asks for attention once a sealed value could not be read: it was damaged, or its key is gone. What it belongs to stands
/// in the log. The node serves all the same.
@Component("vaultHealthIndicator")
class VaultWatch implements HealthIndicator, MeterBinder {

    static final String UNREADABLE = "huying.vault.unreadable";

    private static final Status ATTENTION = new Status("ATTENTION", "sealed values cannot be read");

    private final RingCipher cipher;

    VaultWatch(RingCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Health health() {
        long unreadable = cipher.unreadable();
        var health = unreadable > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("unreadable", unreadable).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(UNREADABLE, cipher, RingCipher::unreadable)
                .description("looks at sealed values that could not be read")
                .register(registry);
    }
}
