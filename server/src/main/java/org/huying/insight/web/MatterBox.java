package org.huying.insight.web;

import java.util.List;

/// The open matters in a box of the map. With `more` there are some that are not shown: ask for a smaller box.
public record MatterBox(List<MatterLine> lines, boolean more) {}
