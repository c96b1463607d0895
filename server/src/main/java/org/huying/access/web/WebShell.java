package org.huying.access.web;

import java.util.List;
import org.huying.access.once.KeyGate;
import org.huying.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// How requests find their handlers and answers go out.
@Configuration(proxyBeanMethods = false)
class WebShell implements WebMvcConfigurer {
    private final Gate gate;
    private final MachineGate machines;
    private final Repeats repeats;
    private final KeyGate keys;
    private final JsonMapper mapper;

    WebShell(Gate gate, MachineGate machines, Repeats repeats, KeyGate keys, JsonMapper mapper) {
        this.gate = gate;
        this.machines = machines;
        this.repeats = repeats;
        this.keys = keys;
        this.mapper = mapper;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new WholeJson(mapper));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(machines).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE + 1);
        registry.addInterceptor(repeats);
        registry.addInterceptor(keys).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Bean
    WebMvcRegistrations addresses() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Addresses();
            }
        };
    }

    /// Before everything else: the framework's own firewall refuses such addresses too, without saying why.
    @Bean
    FilterRegistrationBean<PlainAddress> plainAddresses(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new PlainAddress(writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /// What it does the servlet of the framework does by itself.
    @Bean
    FilterRegistrationBean<RequestContextFilter> contextOnlyOnce() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedArguments());
    }
}
