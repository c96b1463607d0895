package org.huying.matter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What was said when the matter came in; never changed afterwards.
///
/// @param number what people call it by
/// @param place the place in the reporter's words
/// @param reporter the account that sent it; `requester` the resident it is for, where known
/// @param contact sealed name and phone of the requester
/// @param source the number the matter carries in the system it came from
record Report(
        String number,
        String playbook,
        int playbookVersion,
        String channel,
        String demand,
        String title,
        String text,
        String place,
        UUID reporter,
        Optional<UUID> requester,
        Contact contact,
        Optional<String> source,
        Instant at) {

    /// Sealed contact of the requester; `phoneIndex` is the blind index of the phone.
    record Contact(Optional<byte[]> name, Optional<byte[]> phone, Optional<byte[]> phoneIndex) {
        static final Contact NONE =
                new Contact(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
