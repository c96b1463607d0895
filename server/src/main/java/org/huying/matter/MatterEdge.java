package org.huying.matter;

import java.util.List;
import org.huying.access.Asking;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets the handlers of steps take their [Move].
@Configuration(proxyBeanMethods = false)
class MatterEdge implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(Asking.as(Move.class, Move::of));
    }
}
