package org.huying.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The rows of a file from the first to the last; those without any text are passed over. Only the present one is held in
/// memory.
public interface Rows extends Closeable {

    /// The next one; empty after the last.
    Optional<Row> next() throws IOException, Unfit;
}
