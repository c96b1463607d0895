package org.huying.gateway.channel;

import java.util.Map;
import java.util.UUID;

/// A message as it leaves the house.
sealed interface Outgoing {

    /// For those who are called over HTTP. The address and the headers may hold secrets.
    record Post(String url, Map<String, String> headers, String body) implements Outgoing {
        @Override
        public String toString() {
            return "Post " + body.length();
        }
    }

    /// For a browser: sealed for it alone when it is sent.
    record Notification(PushDevice device, String text, boolean urgent) implements Outgoing {
        @Override
        public String toString() {
            return "Notification " + text.length();
        }
    }

    /// For mail servers.
    ///
    /// @param id by which a repeat is known
    record Mail(UUID id, String from, String to, String title, String text) implements Outgoing {
        @Override
        public String toString() {
            return "Mail " + id;
        }
    }
}
