package org.huying.gateway.device;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.playbook.Condition;
import org.huying.playbook.Text;
import tools.jackson.core.JsonPointer;

/// What the file of a connection says. Immutable; secrets are never in it.
///
/// @param rules how messages are read; the first whose topic fits is taken
/// @param hosts where camera points may link to
/// @param perHour matters that alarms of this connection may open within an hour; more are held back
/// @param channel the playbook's channel that its matters come by
record Plan(
        String key,
        Text name,
        Means means,
        List<Rule> rules,
        Set<String> hosts,
        int perHour,
        String channel) {

    Plan {
        rules = List.copyOf(rules);
        hosts = Set.copyOf(hosts);
    }

    /// How messages come.
    sealed interface Means {

        String word();

        /// A broker of MQTT.
        ///
        /// @param server `tcp://host:port`, or `ssl://host:port` over TLS
        /// @param five MQTT 5; else 3.1.1
        /// @param client the broker keeps the session under this name
        /// @param user signs in with it and the secret `password`
        /// @param topics what is subscribed
        record Mqtt(
                URI server, boolean five, String client, Optional<String> user, List<String> topics)
                implements Means {
            @Override
            public String word() {
                return "mqtt";
            }

            boolean secure() {
                return server.getScheme().equals("ssl");
            }
        }

        /// They are posted to us.
        record Http() implements Means {
            @Override
            public String word() {
                return "http";
            }
        }

        /// Nothing comes but what somebody tries by hand.
        record Sandbox() implements Means {
            @Override
            public String word() {
                return "sandbox";
            }
        }
    }

    /// What a value of a message is read as.
    enum Form {
        NUMBER,
        TEXT,
        FLAG
    }

    record Measure(JsonPointer at, Form form) {}

    /// How times are written.
    enum Stamp {
        RFC3339,
        SECONDS,
        MILLIS
    }

    /// How the messages of some topics are read. What no pointer leads to is not looked at and not kept.
    ///
    /// @param device where its key stands; empty where the topic says it
    /// @param id where the message's own id stands
    /// @param time where it says when it was measured
    /// @param battery where its charge stands, in per cent
    /// @param lost how long a device may be silent
    record Rule(
            Topic topic,
            DeviceKind kind,
            Optional<JsonPointer> device,
            Optional<JsonPointer> id,
            Optional<Time> time,
            Optional<JsonPointer> battery,
            Map<String, Measure> readings,
            Optional<Alarm> alarm,
            Optional<Lost> lost) {

        Rule {
            readings = Map.copyOf(readings);
        }
    }

    record Time(JsonPointer at, Stamp as) {}

    /// @param on raises the alarm
    /// @param off ends it; where it is missing, that `on` does not hold
    record Alarm(
            Condition on,
            Optional<Condition> off,
            Watch.Timing timing,
            boolean urgent,
            Words words) {}

    record Lost(Duration after, Words words) {}

    /// What a matter says.
    ///
    /// @param item of the playbook; left open where the playbook has no such item
    record Words(Optional<String> item, String title, String text) {}
}
