package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/// Finds the handler of a request. Nearly every address of ours begins with a variable region, so the framework would
/// match it against every pattern there is; the number of words and the last one tell most of them apart. Where exactly
/// one of the rest matches, that is it; in every other case the framework decides as it always does.
final class Addresses extends RequestMappingHandlerMapping {

    private record Mark(int words, String last) {}

    private record Mapped(RequestMappingInfo info, HandlerMethod handler) {}

    private volatile @Nullable Map<Mark, List<Mapped>> marked;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(
            String address, HttpServletRequest request) throws Exception {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        RequestMappingInfo only = null;
        HandlerMethod handler = null;
        for (var mapped : candidates(path)) {
            var match = getMatchingMapping(mapped.info(), request);
            if (match != null && only != null) {
                return super.lookupHandlerMethod(address, request);
            }
            if (match != null) {
                only = match;
                handler = mapped.handler();
            }
        }
        if (only == null || handler == null) {
            return super.lookupHandlerMethod(address, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(only, address, request);
        return handler;
    }

    private List<Mapped> candidates(PathContainer path) {
        var elements = path.elements();
        if (elements.size() % 2 != 0 || !(elements.getLast() instanceof PathSegment last)) {
            return List.of();
        }
        int words = elements.size() / 2;
        var found = new ArrayList<Mapped>();
        found.addAll(marked().getOrDefault(new Mark(words, last.valueToMatch()), List.of()));
        found.addAll(marked().getOrDefault(new Mark(words, ""), List.of()));
        return found;
    }

    private Map<Mark, List<Mapped>> marked() {
        var known = marked;
        if (known == null) {
            known = mark(getHandlerMethods());
            marked = known;
        }
        return known;
    }

    /// Nothing is marked unless every pattern is plain: another one might match what the marked ones match.
    private static Map<Mark, List<Mapped>> mark(Map<RequestMappingInfo, HandlerMethod> methods) {
        var marked = new HashMap<Mark, List<Mapped>>();
        for (var entry : methods.entrySet()) {
            var patterns = entry.getKey().getPathPatternsCondition();
            if (patterns == null) {
                return Map.of();
            }
            for (var pattern : patterns.getPatterns()) {
                var mark = mark(pattern);
                if (mark.isEmpty()) {
                    return Map.of();
                }
                marked.computeIfAbsent(mark.get(), _ -> new ArrayList<>())
                        .add(new Mapped(entry.getKey(), entry.getValue()));
            }
        }
        return marked;
    }

    private static Optional<Mark> mark(PathPattern pattern) {
        var text = pattern.getPatternString();
        var words = text.substring(Math.min(1, text.length())).split("/", -1);
        boolean plain =
                Arrays.stream(words).allMatch(it -> it.matches("[A-Za-z0-9.-]*|\\{[A-Za-z]+}"));
        var last = words[words.length - 1];
        return plain
                ? Optional.of(new Mark(words.length, last.startsWith("{") ? "" : last))
                : Optional.empty();
    }
}
