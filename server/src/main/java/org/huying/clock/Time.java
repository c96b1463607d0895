package org.huying.clock;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Provides the one clock of the server; whoever decides by time is given it.
@Configuration(proxyBeanMethods = false)
class Time {

    /// Settings of the clock. `recorded`: a request may bring its own time; for replaying the past only.
    @ConfigurationProperties("huying.clock")
    record Settings(@DefaultValue("false") boolean recorded) {}

    @Bean
    RecordedClock clock() {
        return new RecordedClock(Clock.systemUTC());
    }

    @Bean
    WebMvcConfigurer recordedTime(RecordedClock clock, Settings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RecordedTime(clock, settings.recorded())).order(1_000);
            }
        };
    }
}
