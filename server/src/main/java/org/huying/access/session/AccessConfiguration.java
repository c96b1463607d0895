package org.huying.access.session;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /// Sessions, lock-outs and the audit go by the wall clock, even where the product's clock replays the past. Found by
    /// name only.
    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "wallClock")
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
