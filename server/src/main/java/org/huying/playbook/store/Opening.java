package org.huying.playbook.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Registers the shipped playbooks once all beans stand and before the first request, then watches for versions that
/// other nodes register.
@Component
class Opening implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Registration registration;
    private final StoredPlaybooks playbooks;
    private final PlaybookProperties properties;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("playbook-watch").factory());

    Opening(Registration registration, StoredPlaybooks playbooks, PlaybookProperties properties) {
        this.registration = registration;
        this.playbooks = playbooks;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registration.shipped();
        long every = properties.refresh().toMillis();
        var _ = watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    private void look() {
        try {
            playbooks.refresh();
        } catch (RuntimeException unreachable) {
            LOG.warn("Cannot look for new playbook versions: {}", unreachable.getMessage());
        }
    }
}
