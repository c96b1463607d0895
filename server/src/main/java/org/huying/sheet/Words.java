package org.huying.sheet;

import org.huying.problem.Language;

/// The same in both languages.
public record Words(String zh, String en) {

    public String in(Language language) {
        return language.pick(zh, en);
    }
}
