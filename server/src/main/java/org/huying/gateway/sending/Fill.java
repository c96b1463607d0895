package org.huying.gateway.sending;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values into `{names}` of a template. Pure.
public final class Fill {

    private static final Pattern NAME =
            Pattern.compile("\\{([a-z][a-z0-9-]{0,30}(?:\\.[a-z][a-z0-9-]{0,30})?)}");

    private Fill() {}

    /// The template with the values in their places; a name without a value becomes nothing.
    ///
    /// @param escaped how a value is written where it is put, e.g. inside JSON
    public static String in(
            String template, Map<String, String> values, UnaryOperator<String> escaped) {
        return NAME.matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                escaped.apply(values.getOrDefault(found.group(1), ""))));
    }

    /// Names that the template uses and nobody knows. Those of secrets are known by the channel only.
    public static List<String> unknown(String template, Collection<String> known) {
        return NAME.matcher(template)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !known.contains(it) && !it.startsWith(Secrets.PREFIX))
                .distinct()
                .toList();
    }

    /// Names of secrets that the template uses, without their prefix.
    public static List<String> secrets(String template) {
        return NAME.matcher(template)
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.startsWith(Secrets.PREFIX))
                .map(it -> it.substring(Secrets.PREFIX.length()))
                .distinct()
                .toList();
    }
}
