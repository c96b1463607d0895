package org.huying.matter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.huying.matter.loop.Matter;

/// By what a report that another system recorded is known again. Each town counts from one, and so does each channel: the
/// same number is the same report only where it came by the same channel and lies in the same town.
final class ImportKey {

    private static final int TOWN = 9;

    private ImportKey() {}

    static UUID of(Matter matter) {
        var area = matter.subject().area().value();
        return named(
                "import %s %s %s %s"
                        .formatted(
                                matter.id().region(),
                                matter.report().channel(),
                                area.substring(0, Math.min(TOWN, area.length())),
                                source(matter)));
    }

    /// Under which it was stored when towns were not told apart.
    static UUID former(Matter matter) {
        return named("import " + matter.id().region() + " " + source(matter));
    }

    private static String source(Matter matter) {
        return matter.report().source().orElse("");
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
