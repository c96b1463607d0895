/// Devices: sensors and buttons that speak by MQTT or HTTP, by a file that says how a connection's messages are read. What
/// they say becomes alarms by a pure machine, and alarms become matters, each once.
@NullMarked
package org.huying.gateway.device;

import org.jspecify.annotations.NullMarked;
