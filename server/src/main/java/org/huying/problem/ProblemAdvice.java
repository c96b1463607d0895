package org.huying.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// The edge: everything a handler throws leaves as a problem document. What nobody expected is logged under the trace
/// id and answered without a word about our inside. An answer that is under way already is broken off.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (exception instanceof AsyncRequestNotUsableException) {
            return; // the caller has gone
        }
        var problem = Translation.of(exception);
        if (problem.problem().status().is5xxServerError()) {
            LOG.error(
                    "{} {} failed, trace {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    Trace.idOf(request),
                    exception);
        }
        if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
            throw exception; // half an answer is none: the container breaks the connection off, and
            // the browser sees it
        }
        writer.write(request, response, problem);
    }
}
