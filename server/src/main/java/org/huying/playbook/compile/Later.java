package org.huying.playbook.compile;

import java.util.List;
import java.util.stream.Stream;

/// Sections that authors may already write and that nothing reads yet. They are kept, shown as such, and never refused.
final class Later {

    private static final List<String> SECTIONS =
            List.of(
                    "council",
                    "exchange",
                    "assess",
                    "ledger",
                    "patrol",
                    "party",
                    "register",
                    "gateway",
                    "insight");
    private static final List<String> BELOW = List.of("place.stations");

    private Later() {}

    static List<String> sections(Part root) {
        return Stream.concat(SECTIONS.stream(), BELOW.stream())
                .filter(path -> at(root, path).present())
                .toList();
    }

    private static Part at(Part root, String path) {
        var part = root;
        for (var key : path.split("\\.", -1)) {
            part = part.at(key);
        }
        return part;
    }
}
