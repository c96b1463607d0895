package org.huying.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem as `application/problem+json` (RFC 9457) in the caller's language, or in the form of the door that was
/// knocked at. For filters and entry points that answer before a handler is reached; handlers simply throw.
@Component
public class ProblemWriter {
    private final JsonMapper json;
    private final List<ProblemForm> forms;

    @Autowired
    ProblemWriter(JsonMapper json, ObjectProvider<ProblemForm> forms) {
        this(json, forms.orderedStream().toList());
    }

    ProblemWriter(JsonMapper json) {
        this(json, List.of());
    }

    private ProblemWriter(JsonMapper json, List<ProblemForm> forms) {
        this.json = json;
        this.forms = forms;
    }

    /// Does nothing when the answer is already under way.
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = Language.of(request);
        var answer = answer(request, problem, language);
        response.resetBuffer();
        response.setStatus(answer.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Content-Language", language.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.type());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private ProblemForm.Answer answer(
            HttpServletRequest request, ProblemException problem, Language language) {
        var path = instance(request);
        for (var form : forms) {
            if (form.speaksAt(path)) {
                return form.answer(request, problem, language);
            }
        }
        return new ProblemForm.Answer(
                problem.problem().status().value(),
                "application/problem+json",
                json.writeValueAsBytes(document(request, problem, language)));
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

    /// Empty where the request line itself could not be read.
    private static String instance(HttpServletRequest request) {
        if (request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original) {
            return original;
        }
        return Objects.requireNonNullElse(request.getRequestURI(), "");
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
