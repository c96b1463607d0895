package org.huying.gateway.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets who never came back, codes of yesterday, and sessions that ended.
@Configuration(proxyBeanMethods = false)
class SignInHousekeeping {

    @Bean
    RecurringTask<Void> signInsOld(Flows flows, SignOuts signOuts) {
        return Tasks.recurring("gateway-sign-ins-old", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    flows.removeOld();
                    signOuts.removeOld();
                });
    }
}
