package org.huying.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem as `application/problem+json` (RFC 9457) in the caller's language. For filters and entry points
/// that answer before a handler is reached; handlers simply throw.
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /// Does nothing when the answer is already under way.
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = Language.of(request);
        var body = json.writeValueAsBytes(document(request, problem, language));
        response.resetBuffer();
        response.setStatus(problem.problem().status().value());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Content-Language", language.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> document(
            HttpServletRequest request, ProblemException exception, Language language) {
        var problem = exception.problem();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "/problems/" + problem.code());
        document.put("title", problem.title(language));
        document.put("status", problem.status().value());
        document.put("detail", exception.detail(language));
        document.put("code", problem.code());
        document.put("instance", instance(request));
        document.put("traceId", Trace.idOf(request));
        exception.properties().forEach(document::putIfAbsent);
        if (!exception.errors().isEmpty()) {
            document.put("errors", errors(exception.errors(), language));
        }
        return document;
    }

    private static String instance(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }

    private static List<Map<String, String>> errors(List<FieldError> errors, Language language) {
        var list = new ArrayList<Map<String, String>>();
        for (var error : errors) {
            var one = new LinkedHashMap<String, String>();
            one.put("path", error.path());
            one.put("code", error.code());
            one.put("message", language.pick(error.zh(), error.en()));
            list.add(one);
        }
        return list;
    }
}
