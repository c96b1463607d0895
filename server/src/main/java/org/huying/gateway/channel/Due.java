package org.huying.gateway.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.notice.Consents;

/// A message that is to be sent now.
///
/// @param lead the letter that stands for all of them; the message goes by its id
/// @param tried when this attempt began, by which its end is known
record Due(
        String region,
        UUID lead,
        String channel,
        UUID addressee,
        String address,
        int attempts,
        boolean urgent,
        Optional<Quiet> quiet,
        Instant tried,
        List<Part> parts) {

    List<Layout.Line> lines() {
        return parts.stream().map(Part::line).toList();
    }

    Due without(List<Part> fallen) {
        var left = parts.stream().filter(it -> !fallen.contains(it)).toList();
        return new Due(
                region, lead, channel, addressee, address, attempts, urgent, quiet, tried, left);
    }

    /// Whether it goes where somebody only said that it should go: to whom a code or a trial is sent, or to a resident.
    boolean unproven() {
        return quiet.isEmpty()
                && parts.stream()
                        .anyMatch(it ->
                                it.residents()
                                        || it.line().kind().equals(Codes.KIND)
                                        || it.line().kind().equals(ChannelDesk.TEST));
    }

    /// One letter of a message.
    record Part(UUID id, Optional<UUID> inbox, Layout.Line line) {

        /// Whether it goes to a resident, where it is not for staff.
        boolean residents() {
            return Consents.KINDS.contains(line.kind());
        }
    }
}
