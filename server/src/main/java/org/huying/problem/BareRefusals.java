package org.huying.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the web server refuses before it is a request (a broken request line, headers too large) would be answered with a
/// page of its own; it is a problem document too.
@Configuration(proxyBeanMethods = false)
class BareRefusals {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheFirstByte(
            ProblemWriter writer) {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(Report.class.getName());
                        host.getPipeline().addValve(new Report(writer));
                    }
                });
    }

    /// A protocol or a method that nobody speaks is not our failure.
    private static ProblemException problem(int status) {
        return status == 501 || status == 505
                ? Problem.UNREADABLE.plain()
                : Translation.ofStatus(status);
    }

    /// The last chance to say something.
    static final class Report extends ErrorReportValve {
        private final ProblemWriter writer;

        Report(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                writer.write(request, response, problem(status));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
