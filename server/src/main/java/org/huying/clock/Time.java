package org.huying.clock;

import java.time.Clock;
import org.huying.problem.StartRefused;
import org.springframework.beans.factory.annotation.Value;
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

    Time(Settings settings, @Value("${huying.mode:production}") String mode) {
        if (settings.recorded() && mode.equals("production")) {
            throw new StartRefused(
                    """
                    huying.clock.recorded=true 只能用于演示、重放和测试（现在 huying.mode=production）：正式的服务器只按自己的钟办事。
                    huying.clock.recorded=true is for demonstrations, replays and tests only (huying.mode is production): a \
                    server at work goes by its own clock.\
                    """);
        }
    }

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
