package org.huying.bench;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.huying.insight.sql.Statement;

/// One kind of question people put to the lists, drawn anew each time.
///
/// @param name its key in the figures
/// @param weight how often it is asked among a hundred of the mix
record Question(String name, int weight, Function<SplittableRandom, Asked> draw) {

    /// @param who the header of the caller
    /// @param statement what the server asks the database for it
    record Asked(String path, String who, Statement statement) {}
}
