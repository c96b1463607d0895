package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/// Finds the handler of a request. Nearly every address of ours begins with a variable region, so the framework would
/// match it against every pattern there is; most of them are told apart by a fixed word and the number of words first.
/// What passes is matched by the framework, so nothing but time changes.
final class Addresses extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo info, HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        for (var shape : shapes.computeIfAbsent(info, Addresses::shapes)) {
            if (shape.fits(path)) {
                return super.getMatchingMapping(info, request);
            }
        }
        return null;
    }

    private static List<Shape> shapes(RequestMappingInfo info) {
        var patterns = info.getPathPatternsCondition();
        return patterns == null
                ? List.of(Shape.ANY)
                : patterns.getPatterns().stream().map(Shape::of).toList();
    }

    /// The words of a pattern between its slashes; empty where there is a variable. None of it is known of a pattern with other wildcards.
    private record Shape(List<String> words) {
        static final Shape ANY = new Shape(List.of());

        static Shape of(PathPattern pattern) {
            var text = pattern.getPatternString();
            var words = text.substring(Math.min(1, text.length())).split("/", -1);
            boolean plain =
                    Arrays.stream(words)
                            .allMatch(word -> word.matches("[A-Za-z0-9.-]+|\\{[A-Za-z]+}"));
            return plain ? new Shape(Arrays.stream(words).map(Shape::fixed).toList()) : ANY;
        }

        private static String fixed(String word) {
            return word.startsWith("{") ? "" : word;
        }

        boolean fits(PathContainer path) {
            if (words.isEmpty()) {
                return true;
            }
            var elements = path.elements();
            if (elements.size() != 2 * words.size()) {
                return false;
            }
            for (int i = words.size() - 1; i >= 0; i--) {
                var word = words.get(i);
                if (!word.isEmpty()
                        && !(elements.get(2 * i + 1) instanceof PathSegment segment
                                && segment.valueToMatch().equals(word))) {
                    return false;
                }
            }
            return true;
        }
    }
}
