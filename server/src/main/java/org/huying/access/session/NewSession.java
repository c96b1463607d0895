package org.huying.access.session;

import java.time.Instant;
import java.util.UUID;

record NewSession(
        Token token,
        UUID id,
        UUID account,
        boolean resident,
        Instant at,
        Instant expires,
        Origin origin) {}
