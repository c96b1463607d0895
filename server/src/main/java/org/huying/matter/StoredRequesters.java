package org.huying.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Component;

/// Those who asked, straight from the stored matters.
@Component
class StoredRequesters implements Requesters {

    private final Matters matters;
    private final Tracking tracking;
    private final Cipher cipher;

    StoredRequesters(Matters matters, Tracking tracking, Cipher cipher) {
        this.matters = matters;
        this.tracking = tracking;
        this.cipher = cipher;
    }

    @Override
    public Optional<UUID> matter(String region, String number, String secret) {
        return matters.byNumber(region, number)
                .filter(it -> tracking.matches(it.id(), secret))
                .map(it -> it.id().value());
    }

    @Override
    public Map<UUID, String> phones(String region, Collection<UUID> ids) {
        var phones = new HashMap<UUID, String>();
        if (ids.isEmpty()) {
            return phones;
        }
        for (var matter : matters.find(region, ids)) {
            matter.report()
                    .contact()
                    .phone()
                    .flatMap(it -> cipher.readable(it, matter.id().toString()))
                    .ifPresent(it -> phones.put(matter.id().value(), it));
        }
        return phones;
    }
}
