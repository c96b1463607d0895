package org.huying.shape.sample.lower;

import org.huying.shape.sample.upper.Upper;

public record Leaning(Upper on) {}
