package org.huying.access.once;

import org.jspecify.annotations.Nullable;

/// What was answered to a request.
///
/// @param request blinded digest of the request that was answered
/// @param address the `Location` of what was made
/// @param body absent when it was too large to keep
@SuppressWarnings("ArrayRecordComponent") // never compared, never a key
record KeptAnswer(
        byte[] request,
        int status,
        @Nullable String type,
        @Nullable String etag,
        @Nullable String address,
        byte @Nullable [] body) {}
