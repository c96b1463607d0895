package org.huying.matter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How deadlines are counted again after days have changed.
///
/// @param gather how long days that are entered one after another are gathered into one recount
@ConfigurationProperties("huying.recount")
record RecountSettings(@DefaultValue("1m") Duration gather) {}
