package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.machine.Calls;
import org.huying.access.machine.Machine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets the calls of machines through as far as their quota goes, and counts them by how they are answered.
@Component
class MachineGate implements HandlerInterceptor {

    private final Calls calls;

    MachineGate(Calls calls) {
        this.calls = calls;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        machine(request).ifPresent(calls::take);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown) {
        machine(request).ifPresent(it -> calls.answered(it, response.getStatus()));
    }

    private static Optional<Machine> machine(HttpServletRequest request) {
        return Signed.session(request)
                .filter(it -> it.caller().kind() == Caller.Kind.MACHINE)
                .map(it -> new Machine(it.region(), it.caller().account()));
    }
}
