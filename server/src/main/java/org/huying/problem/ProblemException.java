package org.huying.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A refusal on its way to the caller. The edge turns it into an `application/problem+json` document.
/// Immutable: every `and…` answers a new exception.
public final class ProblemException extends RuntimeException {
    private final Problem problem;
    private final String zh;
    private final String en;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> properties;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem, String zh, String en) {
        this(problem, zh, en, List.of(), Map.of(), Map.of());
    }

    private ProblemException(
            Problem problem,
            String zh,
            String en,
            List<FieldError> errors,
            Map<String, Object> properties,
            Map<String, String> headers) {
        super(problem.code() + ": " + en, null, false, false);
        this.problem = problem;
        this.zh = zh;
        this.en = en;
        this.errors = errors;
        this.properties = properties;
        this.headers = headers;
    }

    public ProblemException and(List<FieldError> fieldErrors) {
        return new ProblemException(problem, zh, en, List.copyOf(fieldErrors), properties, headers);
    }

    /// One more member of the document; the name must not be one that RFC 9457 or Huying uses already.
    public ProblemException and(String name, Object value) {
        return new ProblemException(
                problem, zh, en, errors, plus(properties, name, value), headers);
    }

    public ProblemException andHeader(String name, String value) {
        return new ProblemException(
                problem, zh, en, errors, properties, plus(headers, name, value));
    }

    /// Tells the caller when to come back (`Retry-After`, whole seconds).
    public ProblemException retryAfter(long seconds) {
        return andHeader("Retry-After", Long.toString(seconds));
    }

    public Problem problem() {
        return problem;
    }

    public String detail(Language language) {
        return language.pick(zh, en);
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    public Map<String, String> headers() {
        return headers;
    }

    private static <T> Map<String, T> plus(Map<String, T> before, String name, T value) {
        var after = new LinkedHashMap<>(before);
        after.put(name, value);
        return after;
    }
}
