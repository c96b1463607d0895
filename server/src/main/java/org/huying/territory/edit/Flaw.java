package org.huying.territory.edit;

/// Why a feature of a file cannot be taken. `path` is its place in the file (`features[3].properties.code`), `code` is
/// stable.
public record Flaw(String path, String code, String zh, String en) {}
