package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/// Finds the handler of a request. Nearly every address of ours begins with a variable region, so the framework would
/// match it against every pattern there is; the method, the number of words, the one behind the region and the last one
/// tell most of them apart. Where exactly one of the rest matches, that is it; in every other case the framework decides
/// as it always does.
final class Addresses extends RequestMappingHandlerMapping {

    /// @param behind the word behind the region, empty where it is a variable or there is none
    /// @param last the last word, empty where it is a variable
    private record Mark(String method, int words, String behind, String last) {}

    private static final int REGION = 2;

    private record Mapped(RequestMappingInfo info, HandlerMethod handler) {}

    private volatile @Nullable Map<Mark, List<Mapped>> marked;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(
            String address, HttpServletRequest request) throws Exception {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        RequestMappingInfo only = null;
        HandlerMethod handler = null;
        for (var mapped : candidates(request.getMethod(), path)) {
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

    private List<Mapped> candidates(String method, PathContainer path) {
        var elements = path.elements();
        if (elements.size() % 2 != 0 || !(elements.getLast() instanceof PathSegment last)) {
            return List.of();
        }
        int words = elements.size() / 2;
        var behind = behind(elements);
        var end = last.valueToMatch();
        var found = new ArrayList<Mapped>();
        find(new Mark(method, words, behind, end), found);
        find(new Mark(method, words, behind, ""), found);
        if (!behind.isEmpty()) {
            find(new Mark(method, words, "", end), found);
            find(new Mark(method, words, "", ""), found);
        }
        return found;
    }

    private void find(Mark mark, List<Mapped> found) {
        found.addAll(marked().getOrDefault(mark, List.of()));
    }

    /// Of separators and words in turn.
    private static String behind(List<PathContainer.Element> elements) {
        int at = 2 * REGION + 3;
        return elements.size() > at && elements.get(at) instanceof PathSegment word
                ? word.valueToMatch()
                : "";
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
            var mapped = new Mapped(entry.getKey(), entry.getValue());
            for (var pattern : patterns.getPatterns()) {
                if (!plain(pattern)) {
                    return Map.of();
                }
                marks(pattern, entry.getKey())
                        .forEach(mark ->
                                marked.computeIfAbsent(mark, _ -> new ArrayList<>()).add(mapped));
            }
        }
        return marked;
    }

    private static boolean plain(PathPattern pattern) {
        return Arrays.stream(words(pattern))
                .allMatch(it -> it.matches("[A-Za-z0-9.-]*|\\{[A-Za-z]+}"));
    }

    /// One for each method; without methods it answers to all of them.
    private static Stream<Mark> marks(PathPattern pattern, RequestMappingInfo info) {
        var words = words(pattern);
        var behind = words.length > REGION + 1 ? constant(words[REGION + 1]) : "";
        var last = constant(words[words.length - 1]);
        var methods = info.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? EnumSet.allOf(RequestMethod.class) : methods)
                .stream().map(it -> new Mark(it.name(), words.length, behind, last));
    }

    private static String[] words(PathPattern pattern) {
        var text = pattern.getPatternString();
        return text.substring(Math.min(1, text.length())).split("/", -1);
    }

    private static String constant(String word) {
        return word.startsWith("{") ? "" : word;
    }
}
