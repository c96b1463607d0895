package org.huying.access.machine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.machines.*`: the limits of machines that have none of their own.
///
/// @param perMinute calls of one machine in a minute; 0 is no limit
/// @param perDay calls of one machine on a day; 0 is no limit
@ConfigurationProperties("huying.machines")
record MachineSettings(@DefaultValue("0") int perMinute, @DefaultValue("0") int perDay) {}
