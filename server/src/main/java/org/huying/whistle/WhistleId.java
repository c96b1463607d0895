package org.huying.whistle;

import java.util.UUID;

/// A whistle's key: the county it belongs to and its UUIDv7.
public record WhistleId(String region, UUID value) {}
