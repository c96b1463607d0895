package org.huying.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.access.Caller;
import org.huying.access.Callers;
import org.huying.problem.Problem;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Answers that go on, as server-sent events. Each holds its request's virtual thread and nothing else; their number and
/// their time are bounded, and all end when the server drains, so that their clients go on at another node.
@Component
public class Streams implements SmartLifecycle {
    private static final String RECONNECT = "retry: 2000\n\n";
    private static final String SILENCE = ":\n\n";
    private static final int RETRY_SECONDS = 5;

    private final LiveSettings settings;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> callers = new ConcurrentHashMap<>();
    private volatile boolean running;

    Streams(LiveSettings settings) {
        this.settings = settings;
    }

    /// Where a stream takes its events from, once there is room for it.
    public interface Opening {
        Source open();
    }

    /// Writes what the source says until the client goes, the time is over or the server drains. Refuses with a problem, before
    /// anything is written, when there are too many already.
    public void serve(HttpServletRequest request, HttpServletResponse response, Opening opening)
            throws IOException {
        var who = who(request);
        enter(who);
        try (var source = opening.open()) {
            begin(response);
            if (request.getMethod().equals("GET")) {
                run(response, source);
            }
        } catch (InterruptedException _) {
            // the server drains
        } finally {
            leave(who);
        }
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }

    private void run(HttpServletResponse response, Source source) throws InterruptedException {
        long heartbeat = settings.heartbeat().toNanos();
        long begun = System.nanoTime();
        long asked = begun;
        var text = new StringBuilder(RECONNECT);
        var patience = Duration.ZERO;
        while (running) {
            var said = source.next(patience);
            said.forEach(one -> text.append(one.text()));
            if (said.isEmpty()) {
                text.append(SILENCE);
            }
            long now = System.nanoTime();
            if (now - asked >= heartbeat) {
                asked = now;
                if (!source.permitted()) {
                    return;
                }
            }
            long left = settings.lasts().toNanos() - (now - begun);
            if (!written(response, text.toString()) || left <= 0) {
                return;
            }
            text.setLength(0);
            patience = Duration.ofNanos(Math.min(left, heartbeat));
        }
    }

    /// False when nobody listens any more.
    private static boolean written(HttpServletResponse response, String text) {
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String who(HttpServletRequest request) {
        var caller = Callers.of(request);
        return caller.kind() == Caller.Kind.ANONYMOUS
                ? String.valueOf(request.getRemoteAddr())
                : caller.account().toString();
    }

    private void enter(String who) {
        if (!running || open.size() >= settings.most()) {
            throw Problem.OVERLOADED.plain().retryAfter(RETRY_SECONDS);
        }
        if (callers.merge(who, 1, Integer::sum) > settings.each()) {
            callers.computeIfPresent(who, (_, number) -> number == 1 ? null : number - 1);
            throw Problem.TOO_MANY.plain().retryAfter(RETRY_SECONDS);
        }
        open.add(Thread.currentThread());
    }

    private void leave(String who) {
        open.remove(Thread.currentThread());
        callers.computeIfPresent(who, (_, number) -> number == 1 ? null : number - 1);
        Thread.interrupted();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Runs before the web server begins to wait for its requests.
    @Override
    public void stop() {
        running = false;
        open.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
