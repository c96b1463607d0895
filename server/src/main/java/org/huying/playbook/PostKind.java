package org.huying.playbook;

import java.util.Optional;

/// A post as this place knows it (网格长, 网格员 …).
///
/// @param level the level word it stands on (`grid`, `community` …)
/// @param quota how many hold it on one territory, where the place says so
public record PostKind(String key, Text name, String level, Optional<Integer> quota) {}
