package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.access.Permit;
import org.huying.access.session.AccessSettings;
import org.huying.access.session.Restriction;
import org.huying.access.session.Session;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a call through to its handler, or not, before anything of the body is read: without a session 401, without the
/// permission 403, outside the area of the grants 404 (where the county as a whole is asked about: unless they cover it). A handler that names no permission is refused.
@Component
class Gate implements HandlerInterceptor {
    private static final String NONE = "";

    private final AddressLimit limit;
    private final AccessSettings settings;
    private final Map<Method, Asked> permits = new ConcurrentHashMap<>();

    /// What a handler asks for.
    private record Asked(String permission, boolean whole) {
        static Asked of(Method method) {
            return new Asked(Gate.permit(method), Gate.whole(method));
        }

        boolean met(Session session, TerritoryCode county) {
            var reach = session.caller().reach(permission);
            return whole ? reach.covers(county, List.of()) : reach.touches(county);
        }
    }

    Gate(AddressLimit limit, AccessSettings settings) {
        this.limit = limit;
        this.settings = settings;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !outside(method)) {
            check(request, permits.computeIfAbsent(method.getMethod(), Asked::of));
        }
        return true;
    }

    /// The error page, which runs after the decision, and the description of the API are not ours to guard.
    static boolean outside(HandlerMethod method) {
        return ErrorController.class.isAssignableFrom(method.getBeanType())
                || method.getBeanType().getName().startsWith("org.springdoc.");
    }

    static String permit(Method method) {
        var permit = method.getAnnotation(Permit.class);
        return permit == null ? NONE : permit.value();
    }

    static boolean whole(Method method) {
        var permit = method.getAnnotation(Permit.class);
        return permit != null && permit.whole();
    }

    private void check(HttpServletRequest request, Asked asked) {
        var session = Signed.session(request);
        switch (asked.permission()) {
            case NONE -> throw Problem.FORBIDDEN.plain();
            case Permit.OPEN -> {
                if (session.isEmpty() && !CallerFilter.safe(request)) {
                    limit.take("open", Address.of(request), settings.openPerMinute());
                }
            }
            case Permit.SIGNED_IN -> {
                if (session.isEmpty()) {
                    throw Problem.UNAUTHENTICATED.plain();
                }
            }
            default -> {
                var signed = session.orElseThrow(Problem.UNAUTHENTICATED::plain);
                restricted(signed.restriction());
                permitted(request, signed, asked);
            }
        }
    }

    private static void restricted(Restriction restriction) {
        switch (restriction) {
            case NONE -> {}
            case CHANGE_PASSWORD -> throw Problem.PASSWORD_CHANGE_NEEDED.plain();
            case ENROL_SECOND_FACTOR -> throw Problem.SECOND_FACTOR_ENROLMENT_NEEDED.plain();
        }
    }

    private static void permitted(HttpServletRequest request, Session session, Asked asked) {
        if (!session.caller().may(asked.permission())) {
            throw Problem.FORBIDDEN.plain();
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("region") instanceof String region
                && !(isRegion(region) && asked.met(session, TerritoryCode.of(region)))) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    private static boolean isRegion(String text) {
        return text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
