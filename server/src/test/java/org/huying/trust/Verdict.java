package org.huying.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is wrong with an answer to something hostile, if anything.
record Verdict(JsonMapper json) {
    private static final Pattern INSIDE =
            Pattern.compile(
                    "(?i)\\b(select|insert|update|delete)\\b.*\\b(from|into|set)\\b|SQLSTATE|Exception|\\b(java|jakarta|org|tools|com)\\.[a-z]+\\.");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /// Statuses that say what was wrong of what was sent.
    private static final List<Integer> TELLING = List.of(400, 422);

    Optional<String> on(MvcTestResult result, Hostility hostility, boolean english) {
        int status = result.getResponse().getStatus();
        if (!hostility.answers().contains(status)) {
            return Optional.of(status + " " + said(result) + " instead of " + hostility.answers());
        }
        var type = String.valueOf(result.getResponse().getContentType());
        if (!type.startsWith("application/problem+json")) {
            return Optional.of(status + " with content type " + type);
        }
        return poor(body(result), english)
                .or(() ->
                        hostility
                                .named()
                                .filter(_ -> TELLING.contains(status))
                                .filter(name -> !names(body(result), name))
                                .map(name -> "does not name " + name + ": " + body(result)));
    }

    /// What a refusal lacks, or says too much.
    private static Optional<String> poor(JsonNode problem, boolean english) {
        var words = new ArrayList<String>();
        words.add(problem.path("detail").asString(""));
        words.add(problem.path("title").asString(""));
        problem.path("errors").forEach(error -> words.add(error.path("message").asString("")));
        if (problem.path("code").asString("").isEmpty() || words.contains("")) {
            return Optional.of("says too little: " + problem);
        }
        if (words.stream().anyMatch(it -> INSIDE.matcher(it).find())) {
            return Optional.of("tells of our inside: " + words);
        }
        if (words.stream().anyMatch(it -> CHINESE.matcher(it).find() == english)) {
            return Optional.of("wrong language: " + words);
        }
        return Optional.empty();
    }

    /// Whether it points at the place, or says its last word.
    private static boolean names(JsonNode problem, String place) {
        for (var error : problem.path("errors")) {
            if (error.path("path").asString("").startsWith(place)) {
                return true;
            }
        }
        if (problem.path("detail").asString("").contains("JSON ")) {
            return true; // says line and column
        }
        var last = place.substring(place.lastIndexOf('.') + 1);
        return problem.path("detail").asString("").contains(last);
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String said(MvcTestResult result) {
        try {
            var body = body(result);
            return body.path("code").asString("")
                    + " "
                    + body.path("detail").asString("")
                    + " "
                    + body.path("errors");
        } catch (JacksonException _) {
            return String.valueOf(result.getUnresolvedException());
        }
    }
}
