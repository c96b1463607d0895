package org.huying.matter;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Makes known to the web layer how a [Move] is read.
@Configuration(proxyBeanMethods = false)
class MatterShell implements WebMvcConfigurer {
    private final MoveResolver moves;

    MatterShell(MoveResolver moves) {
        this.moves = moves;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(moves);
    }
}
