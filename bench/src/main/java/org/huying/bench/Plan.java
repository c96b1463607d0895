package org.huying.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What was asked for.
///
/// @param data a folder to keep and use again; a fresh one that is removed afterwards unless given
record Plan(long rows, int clients, Duration warm, Duration measured, Optional<Path> data) {}
