package org.huying.matter;

import java.util.UUID;

/// A matter's key: the county it belongs to and its UUIDv7.
public record MatterId(String region, UUID value) {}
