package org.huying.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.huying.Huying;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// The server as a verb starts it.
public final class Server {
    private Server() {}

    /// Started and serving when this returns. `properties` beat files and environment.
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        var application = new SpringApplication(Huying.class);
        application.setRegisterShutdownHook(true);
        var words =
                properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new);
        try {
            return application.run(words);
        } catch (AbandonedRunException _) {
            System.exit(0); // a training run ends here
            throw new IllegalStateException("unreachable");
        } catch (RuntimeException e) {
            throw plain(e);
        }
    }

    /// Waits until the server has been stopped.
    public static void await(ConfigurableApplicationContext context) {
        var closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Advice for the operator is not to drown in a bean factory's stack trace.
    private static RuntimeException plain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof org.huying.database.DatabaseFailure advice) {
                return advice;
            }
            if (cause instanceof org.huying.problem.StartRefused advice) {
                return Refusal.because(String.valueOf(advice.getMessage()));
            }
            if (cause instanceof org.springframework.boot.web.server.PortInUseException taken) {
                return Refusal.because(
                        "端口 %1$d 已被占用 port %1$d is in use: --port".formatted(taken.getPort()));
            }
        }
        return failure;
    }
}
