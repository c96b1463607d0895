package org.huying.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The two languages Huying speaks. Chinese unless the caller prefers English.
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private static final int LONGEST_HEADER = 200;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String pick(String zh, String en) {
        return switch (this) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    public static Language of(HttpServletRequest request) {
        return ofHeader(request.getHeader("Accept-Language"));
    }

    /// The first of zh and en in the caller's order of preference; anything else, or nonsense, is Chinese.
    public static Language ofHeader(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return ZH;
        }
        for (var range : ranges(header)) {
            var tag = range.getRange();
            if (range.getWeight() > 0 && (tag.equals("zh") || tag.startsWith("zh-"))) {
                return ZH;
            }
            if (range.getWeight() > 0 && (tag.equals("en") || tag.startsWith("en-"))) {
                return EN;
            }
        }
        return ZH;
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
