package org.huying.gateway.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.playbook.Text;
import org.huying.problem.Language;

/// What the file of a channel says.
///
/// @param by the word of the protocol, e.g. `dingtalk`
/// @param link where the app is found; empty where messages hold no link
/// @param desks the inboxes whose notices go here
/// @param addresses where they go; none for robots, who know their group
/// @param kinds which kinds of notices go; none of them named, all of them
/// @param cost of one piece, in fen
/// @param sandbox nothing is really sent
record Plan(
        String key,
        Text name,
        String by,
        Means means,
        Optional<String> link,
        Language language,
        Set<UUID> desks,
        List<String> addresses,
        Set<String> kinds,
        Set<String> urgent,
        Pace pace,
        Layout layout,
        int cost,
        int perMinute,
        boolean sandbox) {

    boolean tells(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean urgent(String kind) {
        return urgent.contains(kind);
    }

    /// Long text messages go, and are paid for, in pieces; everything else is one.
    int pieces(Layout.Said said) {
        if (!(means instanceof Means.Sms)) {
            return 1;
        }
        int length = said.text().length();
        return length <= ONE_PIECE ? 1 : Math.ceilDiv(length, LONG_PIECE);
    }

    private static final int ONE_PIECE = 70;
    private static final int LONG_PIECE = 67;
}
