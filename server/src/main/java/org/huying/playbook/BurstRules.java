package org.huying.playbook;

import java.time.Duration;

/// When many requests become one alert: `count` of one item within one territory of `level` during `window`.
///
/// @param count at least 2
/// @param level a level word
public record BurstRules(int count, String level, Duration window) {}
