package org.huying.gateway.open311;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// The formats of answers.
enum Format {
    XML("text/xml;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_HEADER = 1_000;
    private static final List<MediaType> XML_TYPES =
            List.of(MediaType.TEXT_XML, MediaType.APPLICATION_XML);

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /// The name without its suffix, and the format that the suffix names.
    record Addressed(String name, Optional<Format> suffix) {
        static Addressed of(String last) {
            int dot = last.lastIndexOf('.');
            var suffix =
                    switch (dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT)) {
                        case "xml" -> Optional.of(XML);
                        case "json" -> Optional.of(JSON);
                        default -> Optional.<Format>empty();
                    };
            return new Addressed(suffix.isPresent() ? last.substring(0, dot) : last, suffix);
        }
    }

    /// The suffix decides; without one the `Accept` header, where it prefers JSON; else XML, which every client reads.
    static Format of(Optional<Format> suffix, @Nullable String accept) {
        return suffix.orElseGet(() -> accepted(accept));
    }

    private static Format accepted(@Nullable String accept) {
        if (accept == null || accept.length() > LONGEST_HEADER) {
            return XML;
        }
        try {
            var ranges = MediaType.parseMediaTypes(accept);
            double xml = XML_TYPES.stream().mapToDouble(it -> quality(ranges, it)).max().orElse(0);
            return quality(ranges, MediaType.APPLICATION_JSON) > xml ? JSON : XML;
        } catch (InvalidMediaTypeException _) {
            return XML;
        }
    }

    /// The quality that the narrowest range gives to the type.
    private static double quality(List<MediaType> ranges, MediaType type) {
        double quality = 0;
        int narrowest = -1;
        for (var range : ranges) {
            int narrow = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
            if (narrow > narrowest && range.includes(type)) {
                narrowest = narrow;
                quality = range.getQualityValue();
            }
        }
        return quality;
    }

    /// The whole answer, in UTF-8. JSON leaves out the name of the root.
    byte[] write(String root, Document document) {
        return switch (this) {
            case XML -> {
                var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
                element(out, root, document);
                yield out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            }
            case JSON -> MAPPER.writeValueAsBytes(plain(document));
        };
    }

    private static void element(StringBuilder out, String name, Document document) {
        out.append('<').append(name).append('>');
        switch (document) {
            case Document.Words(var text) -> escape(out, text);
            case Document.Amount(var number) -> out.append(number.toPlainString());
            case Document.Truth(var holds) -> out.append(holds);
            case Document.Nothing() -> {}
            case Document.Parts(var parts) -> parts.forEach((part, it) -> element(out, part, it));
            case Document.Rows(var each, var all) -> all.forEach(it -> element(out, each, it));
        }
        out.append("</").append(name).append('>');
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }

    private static @Nullable Object plain(Document document) {
        return switch (document) {
            case Document.Words(var text) -> text;
            case Document.Amount(var number) -> number;
            case Document.Truth(var holds) -> holds;
            case Document.Nothing() -> null;
            case Document.Parts(var parts) -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                parts.forEach((name, it) -> object.put(name, plain(it)));
                yield object;
            }
            case Document.Rows(_, var all) -> {
                List<@Nullable Object> array = new ArrayList<>(all.size());
                all.forEach(it -> array.add(plain(it)));
                yield array;
            }
        };
    }
}
