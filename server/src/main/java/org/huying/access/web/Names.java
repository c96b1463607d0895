package org.huying.access.web;

import java.util.Locale;

/// Constants as the API names them: `CHANGE_PASSWORD` is `change-password`.
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
