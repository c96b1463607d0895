package org.huying.matter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the clocks of matters ring.
///
/// @param enabled whether this node looks at all
/// @param every the pause between two looks
/// @param batch how many matters are taken at once
/// @param rounds how many batches one look takes at most; the rest waits for the next
/// @param lease how long a matter is kept from other nodes
/// @param attempts how often a matter may fail before it is left alone
@ConfigurationProperties("huying.alarms")
record AlarmSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration every,
        @DefaultValue("200") int batch,
        @DefaultValue("10") int rounds,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("5") int attempts) {}
