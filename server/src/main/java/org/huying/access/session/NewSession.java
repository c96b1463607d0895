package org.huying.access.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

record NewSession(
        Token token,
        UUID id,
        UUID account,
        boolean resident,
        Optional<String> provider,
        Instant at,
        Instant expires,
        Origin origin) {}
