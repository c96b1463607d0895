package org.huying.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How answers that go on are bounded.
///
/// @param most streams of this node at once; who comes after is told to come again
/// @param each streams of one account, or of one address without an account
/// @param lasts how long one goes on before the client has to ask anew, which goes unnoticed
/// @param heartbeat the longest silence; who has meanwhile signed out is cut off then
@ConfigurationProperties("huying.live")
record LiveSettings(
        @DefaultValue("2000") int most,
        @DefaultValue("50") int each,
        @DefaultValue("15m") Duration lasts,
        @DefaultValue("15s") Duration heartbeat) {}
