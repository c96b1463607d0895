package org.huying.access.machine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.machines.*`: the limits of machines that have none of their own.
///
/// @param perMinute calls of one machine in a minute; 0 is no limit
/// @param perDay calls of one machine on a day; 0 is no limit
/// @param tokenLasts how long a token of OAuth 2 is good
@ConfigurationProperties("huying.machines")
record MachineSettings(
        @DefaultValue("0") int perMinute,
        @DefaultValue("0") int perDay,
        @DefaultValue("1h") Duration tokenLasts) {}
