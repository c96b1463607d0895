package org.huying.live;

/// One event of a stream.
///
/// @param id where the client goes on after a cut; empty where it cannot
/// @param event its name; without one it only moves the place to go on from
/// @param data JSON on one line
public record Said(String id, String event, String data) {

    /// Nothing has happened up to here.
    static Said reached(String id) {
        return new Said(id, "", "");
    }

    String text() {
        var text = new StringBuilder();
        if (!id.isEmpty()) {
            text.append("id: ").append(id).append('\n');
        }
        if (event.isEmpty()) {
            return text.append(":\n\n").toString();
        }
        return text.append("event: ")
                .append(event)
                .append("\ndata: ")
                .append(data)
                .append("\n\n")
                .toString();
    }
}
