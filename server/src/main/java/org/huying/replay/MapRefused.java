package org.huying.replay;

import java.util.List;

/// A map cannot be used; every mistake in it at once, each with file, line and path.
final class MapRefused extends RuntimeException {

    private final List<String> mistakes;

    MapRefused(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
