package org.huying.access.web;

import org.huying.access.KeyPlace;
import org.huying.access.once.KeyedCalls;
import org.huying.access.once.Once;
import org.huying.access.session.Sessions;
import org.huying.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The outer wall: headers, body limits and who calls. Nothing of the framework signs anybody in; what a caller may do is
/// decided by the gate in front of each handler.
@Configuration(proxyBeanMethods = false)
class SecurityShell {
    private static final String CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' data: blob:; "
                    + "worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";
    private static final String FEATURES =
            "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain shell(
            HttpSecurity http,
            Sessions sessions,
            ProblemWriter writer,
            WebSettings settings,
            Once once,
            ObjectProvider<KeyPlace> keys)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(SecurityShell::headers)
                .addFilterAfter(new BodyLimit(settings, writer), HeaderWriterFilter.class)
                .addFilterAfter(
                        new CallerFilter(sessions, writer, keys.orderedStream().toList()),
                        BodyLimit.class)
                .addFilterAfter(new OperationsGuard(writer), CallerFilter.class)
                .addFilterAfter(new KeyedCalls(once), OperationsGuard.class)
                .build();
    }

    /// Strict about addresses. What stands in headers and in names of parameters is refused by whoever reads it, as a problem:
    /// refused in here, it would be met again while that problem is written.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /// Requests are observed as a whole; to time each of these filters for each request costs more than they do.
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(FEATURES))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /// Keeps the framework from inventing a user of its own.
    @Bean
    AuthenticationManager nobodySignsInHere() {
        return _ -> {
            throw new ProviderNotFoundException("Callers are found by their token");
        };
    }
}
