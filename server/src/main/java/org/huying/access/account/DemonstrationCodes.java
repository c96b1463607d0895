package org.huying.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.huying.access.CodeSender;
import org.huying.access.session.Mode;
import org.huying.problem.Problem;
import org.huying.vault.Masking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/// FOR DEMONSTRATIONS AND TESTS ONLY: sends nothing, shows the code instead. Refuses to work in production.
@Component
@Fallback
class DemonstrationCodes implements CodeSender {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCodes.class);

    private final Mode mode;
    private final Cache<String, String> last =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    DemonstrationCodes(Mode mode) {
        this.mode = mode;
    }

    @Override
    public void send(String phone, String code, Duration valid) {
        if (mode.production()) {
            throw Problem.CODE_SENDER_MISSING.plain();
        }
        last.put(phone, code);
        LOG.info("DEMONSTRATION: the code for {} would be sent now", Masking.phone(phone));
    }

    Optional<String> last(String phone) {
        return mode.production() ? Optional.empty() : Optional.ofNullable(last.getIfPresent(phone));
    }
}
