package org.huying.access.account;

import java.time.Clock;
import java.time.Duration;
import org.huying.access.once.KeptAnswers;
import org.huying.access.session.Beat;
import org.huying.access.session.Sessions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Once an hour removes codes, sessions and kept answers that ended long ago. The audit keeps that they were.
@Component
class Housekeeping extends Beat {
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final KeptAnswers answers;
    private final Clock clock;

    Housekeeping(
            OneTimeCodes codes,
            Sessions sessions,
            KeptAnswers answers,
            @Qualifier("wallClock") Clock clock) {
        super("access-housekeeping", Duration.ofHours(1));
        this.codes = codes;
        this.sessions = sessions;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        codes.removeOld(clock.instant());
        sessions.removeOld();
        answers.removeOld();
    }
}
