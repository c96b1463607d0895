package org.huying;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Time {

    /// The only clock of the server; whoever decides by time is given it.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
