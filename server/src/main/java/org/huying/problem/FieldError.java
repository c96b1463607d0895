package org.huying.problem;

/// One field that is wrong. `path` is the place in the request (`items[2].name`), `code` is stable (`not-blank`).
public record FieldError(String path, String code, String zh, String en) {}
