package org.huying.access.session;

import java.time.Clock;
import org.huying.problem.StartRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    AccessConfiguration(AccessSettings settings, Mode mode) {
        if (!settings.secondFactor() && !mode.trial()) {
            throw new StartRefused(
                    """
                    huying.access.second-factor=false 只能用于演示和测试（现在 huying.mode=%1$s）。请去掉这个设置。
                    huying.access.second-factor=false is for demonstrations and tests only (huying.mode is %1$s). Leave it out.\
                    """
                            .formatted(mode.mode()));
        }
    }

    /// Sessions, lock-outs and the audit go by the wall clock, even where the product's clock replays the past. Found by
    /// name only.
    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "wallClock")
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
