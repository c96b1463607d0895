package org.huying.gateway.device;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether this node listens to devices.
///
/// @param listens opens lines to brokers, and goes round for what nobody says; else messages come by HTTP only
@ConfigurationProperties("huying.devices")
record DeviceSettings(@DefaultValue("true") boolean listens) {}
