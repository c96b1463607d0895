package org.huying.access.role;

/// A permission (`module:noun:verb`) with its names for people.
public record Permission(String key, String zh, String en) {}
