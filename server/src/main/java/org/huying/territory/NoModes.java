package org.huying.territory;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class NoModes implements Modes {
    @Override
    public Optional<String> at(TerritoryCode place, Instant at) {
        return Optional.empty();
    }
}
