package org.huying.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next pass it as `after` for the lines that follow; absent on the last page
public record MatterPage(List<MatterLine> lines, @Nullable String next) {}
