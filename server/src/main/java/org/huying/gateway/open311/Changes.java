package org.huying.gateway.open311;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// When the services changed last, as a text that sorts: the playbook and its version, or the start of this server where no
/// place is named.
@Component
class Changes {

    private final Jurisdictions jurisdictions;
    private final String started;

    Changes(Jurisdictions jurisdictions, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.started = Moments.said(clock.instant());
    }

    String since(Form form) {
        if (!jurisdictions.named(form)) {
            return started;
        }
        var playbook = jurisdictions.playbook(jurisdictions.of(form));
        return "%s %06d".formatted(playbook.key(), playbook.version());
    }
}
