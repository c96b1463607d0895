package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.Permit;
import org.huying.access.role.Permission;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint of the program × every built-in role and nobody × inside and outside the area of the grant, and a grant
/// for a part of the county only. Endpoints are taken from the handler mappings, so a new one is tested from its first day. What is let through to an endpoint that
/// changes something is stopped right before it; reading ones run.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.live.lasts=0s"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, AuthorisationMatrixTest.Stop.class})
class AuthorisationMatrixTest {
    private static final String INSIDE = "370481";
    private static final String OUTSIDE = "110101";
    private static final String STREET = "370481001";
    private static final String REACHED = "reached";

    @TestConfiguration(proxyBeanMethods = false)
    static class Stop implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(
                            new HandlerInterceptor() {
                                @Override
                                public boolean preHandle(
                                        HttpServletRequest request,
                                        HttpServletResponse response,
                                        Object handler) {
                                    request.setAttribute(REACHED, true);
                                    return CallerFilter.safe(request);
                                }
                            })
                    .order(Ordered.LOWEST_PRECEDENCE);
        }
    }

    private record Endpoint(
            RequestMethod method,
            String pattern,
            String permit,
            boolean whole,
            String contentType) {
        boolean regional() {
            return pattern.contains("{region}");
        }

        String uri(String region) {
            return pattern.replace("{region}", region)
                    .replaceAll(
                            "\\{\\*?[^}]*(id|account|matter|node|organisation)[^}]*}",
                            "0190f5fe-0000-7000-8000-000000000001")
                    .replaceAll("\\{[^}]*}", "x1");
        }
    }

    private enum Answer {
        PASSED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND
    }

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;
    @Autowired private Roles roles;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void decidesEveryEndpointForEveryRoleInsideAndOutside() {
        var endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(20);
        var wrong = new ArrayList<String>();
        var sessions = sessions(INSIDE);
        assertThat(sessions).hasSizeGreaterThan(10);
        for (var endpoint : endpoints) {
            for (var region : endpoint.regional() ? List.of(INSIDE, OUTSIDE) : List.of(INSIDE)) {
                compare(wrong, endpoint, region, Optional.empty(), Optional.empty());
                sessions.forEach((role, token) ->
                        compare(wrong, endpoint, region, Optional.of(role), Optional.of(token)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBelongsToTheCountyIsNotThereForWhoHoldsTheRoleInOneStreet() {
        var endpoints = endpoints().stream().filter(Endpoint::regional).toList();
        assertThat(endpoints.stream().filter(Endpoint::whole)).hasSizeGreaterThan(20);
        var wrong = new ArrayList<String>();
        sessions(STREET)
                .forEach((role, token) -> {
                    for (var endpoint : endpoints) {
                        var hidden =
                                endpoint.whole() && role.permissions().contains(endpoint.permit());
                        var expected =
                                hidden
                                        ? Answer.NOT_FOUND
                                        : expected(endpoint, INSIDE, Optional.of(role));
                        var answer = answer(call(endpoint, INSIDE, Optional.of(token)));
                        if (answer != expected) {
                            wrong.add(endpoint + " as " + role.key() + ": " + answer);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyHandlerNamesAPermissionThatSomeRoleHolds() {
        var held =
                roles.of(INSIDE).values().stream()
                        .flatMap(role -> role.permissions().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        held.add(Permit.OPEN);
        held.add(Permit.SIGNED_IN);
        assertThat(handlers()).isNotEmpty();
        assertThat(handlers().stream().filter(each -> Gate.permit(each.getMethod()).isEmpty()))
                .as("handlers without @Permit")
                .isEmpty();
        assertThat(endpoints().stream().filter(each -> !held.contains(each.permit())))
                .as("handlers whose permission no role holds")
                .isEmpty();
        assertThat(roles.permissions().stream().map(Permission::key).toList())
                .as("permissions that no role holds")
                .isSubsetOf(held);
    }

    private void compare(
            List<String> wrong,
            Endpoint endpoint,
            String region,
            Optional<Role> role,
            Optional<String> token) {
        var expected = expected(endpoint, region, role);
        var result = call(endpoint, region, token);
        var answer = answer(result);
        int status = result.getResponse().getStatus();
        boolean broken =
                answer == Answer.PASSED && (status >= 500 || status == 401 || status == 403);
        if (answer != expected || broken) {
            wrong.add(
                    "%s %s as %s in %s: %s (%d) instead of %s"
                            .formatted(
                                    endpoint.method(),
                                    endpoint.pattern(),
                                    role.map(Role::key).orElse("nobody"),
                                    region,
                                    answer,
                                    status,
                                    expected));
        }
    }

    private static Answer expected(Endpoint endpoint, String region, Optional<Role> role) {
        if (endpoint.permit().equals(Permit.OPEN)) {
            return Answer.PASSED;
        }
        if (role.isEmpty()) {
            return Answer.UNAUTHENTICATED;
        }
        if (endpoint.permit().equals(Permit.SIGNED_IN)) {
            return Answer.PASSED;
        }
        if (!role.get().permissions().contains(endpoint.permit())) {
            return Answer.FORBIDDEN;
        }
        return endpoint.regional() && region.equals(OUTSIDE) ? Answer.NOT_FOUND : Answer.PASSED;
    }

    private static Answer answer(MvcTestResult result) {
        if (result.getRequest().getAttribute(REACHED) != null) {
            return Answer.PASSED;
        }
        return switch (result.getResponse().getStatus()) {
            case 401 -> Answer.UNAUTHENTICATED;
            case 403 -> Answer.FORBIDDEN;
            case 404 -> Answer.NOT_FOUND;
            default ->
                    throw new AssertionError(
                            "Neither passed nor refused: %s %s answers %d"
                                    .formatted(
                                            result.getRequest().getMethod(),
                                            result.getRequest().getRequestURI(),
                                            result.getResponse().getStatus()));
        };
    }

    private MvcTestResult call(Endpoint endpoint, String region, Optional<String> token) {
        var request =
                mvc.method(HttpMethod.valueOf(endpoint.method().name()))
                        .uri(endpoint.uri(region))
                        .contentType(endpoint.contentType());
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.exchange();
    }

    private List<HandlerMethod> handlers() {
        return mappings.getHandlerMethods().values().stream()
                .filter(each -> !Gate.outside(each))
                .toList();
    }

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!Gate.outside(handler)) {
                        var permit = Gate.permit(handler.getMethod());
                        var whole = Gate.whole(handler.getMethod());
                        var type =
                                info.getConsumesCondition().getConsumableMediaTypes().stream()
                                        .findFirst()
                                        .map(Object::toString)
                                        .orElse("application/json");
                        for (var pattern : info.getPatternValues()) {
                            info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method ->
                                            endpoints.add(
                                                    new Endpoint(
                                                            method, pattern, permit, whole, type)));
                        }
                    }
                });
        return endpoints;
    }

    private Map<Role, String> sessions(String area) {
        var sessions = new LinkedHashMap<Role, String>();
        for (var role : roles.of(INSIDE).values()) {
            sessions.put(role, session(role, area));
        }
        return sessions;
    }

    private String session(Role role, String area) {
        if (role.holders().contains(Caller.Kind.RESIDENT)) {
            var resident = accounts.resident(INSIDE, "13900139000", Optional.empty());
            return accounts.openSession(resident, INSIDE);
        }
        boolean staff = role.holders().contains(Caller.Kind.STAFF);
        var account =
                accounts.create(
                        new NewAccount(
                                INSIDE,
                                "m." + area + "." + role.key(),
                                "矩阵",
                                staff ? Caller.Kind.STAFF : Caller.Kind.MACHINE,
                                Optional.empty(),
                                false,
                                List.of(NewGrant.of(role.key(), TerritoryCode.of(area)))));
        return staff
                ? accounts.openSession(account, INSIDE)
                : accounts.issueToken(account, INSIDE, "matrix", Optional.empty());
    }
}
