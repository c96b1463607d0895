package org.huying.clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.huying.access.Callers;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request of a permitted caller happen at the moment in its `Huying-Now` header, on a server that was started
/// for that.
final class RecordedTime implements HandlerInterceptor {

    static final String HEADER = "Huying-Now";
    static final String PERMISSION = "demo:clock:set";

    private final RecordedClock clock;
    private final boolean allowed;

    RecordedTime(RecordedClock clock, boolean allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var moment = request.getHeader(HEADER);
        if (moment == null) {
            return true;
        }
        if (!allowed || !Callers.of(request).may(PERMISSION)) {
            throw Problem.FORBIDDEN.with("这台服务器按自己的钟办事", "This server goes by its own clock");
        }
        try {
            clock.set(OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeException e) {
            throw Problem.UNREADABLE.with(
                    "Huying-Now 要写成带时区的 RFC 3339 时间",
                    "Huying-Now takes an RFC 3339 time with offset");
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        clock.clear();
    }
}
