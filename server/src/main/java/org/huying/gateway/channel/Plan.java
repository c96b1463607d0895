package org.huying.gateway.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.notice.ToldNotices;
import org.huying.playbook.Text;
import org.huying.problem.Language;

/// What the file of a channel says.
///
/// @param by the word of the protocol, e.g. `dingtalk`
/// @param link where the app is found; empty where messages hold no link
/// @param to whose notices go here, and to whom
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
        To to,
        Set<String> kinds,
        Set<String> urgent,
        Pace pace,
        Layout layout,
        int cost,
        int perMinute,
        boolean sandbox) {

    /// Whom a channel reaches.
    ///
    /// @param desks the inboxes whose notices go to the addresses
    /// @param addresses where they go; none for robots, who know their group
    /// @param persons whether staff may have their own notices carried to themselves
    /// @param residents whether those who asked, and agreed to it, are told of the progress
    record To(Set<UUID> desks, List<String> addresses, boolean persons, boolean residents) {}

    boolean tells(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /// What staff may have of it.
    Set<String> staffKinds() {
        return ToldNotices.KINDS.stream()
                .filter(it -> tells(it) && !ToldNotices.TO_RESIDENTS.contains(it))
                .collect(Collectors.toUnmodifiableSet());
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
