package org.huying.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.access.*`. Defaults follow GB/T 22239 level 3.
///
/// @param idle a session ends after this time without a call
/// @param adminIdle the same for administrators
/// @param absolute a session of staff ends after this time whatever happens
/// @param residentIdle the same as `idle` for residents
/// @param residentAbsolute the same as `absolute` for residents
/// @param secondFactor whether roles that ask for a second factor get nothing without one; off only outside production
/// @param openPerMinute calls that change something without a session, per address and minute; 0 is no limit
/// @param signInPerMinute attempts to sign in, per address and minute; 0 is no limit
@ConfigurationProperties("huying.access")
public record AccessSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("15m") Duration adminIdle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("7d") Duration residentIdle,
        @DefaultValue("30d") Duration residentAbsolute,
        @DefaultValue("true") boolean secondFactor,
        @DefaultValue("120") int openPerMinute,
        @DefaultValue("30") int signInPerMinute) {}
