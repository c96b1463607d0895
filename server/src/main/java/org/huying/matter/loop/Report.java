package org.huying.matter.loop;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;

/// What was said when the matter came in. Nothing of it changes afterwards but what it carries beside its words, which
/// can be filled in; the history keeps what was there before.
///
/// @param number what people call it by
/// @param place the place in the reporter's words
/// @param reporter the account that sent it; `requester` the resident it is for, where known
/// @param contact sealed name and phone of the requester
/// @param hidden whoever asked wants nobody else to learn of it: it is never offered, followed or shown in public
/// @param carried what it carries beside its words
/// @param source the number the matter carries in the system it came from
public record Report(
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
        boolean hidden,
        Carried carried,
        Instant at) {

    Report carrying(Carried filled) {
        return new Report(
                number,
                playbook,
                playbookVersion,
                channel,
                demand,
                title,
                text,
                place,
                reporter,
                requester,
                contact,
                source,
                hidden,
                filled,
                at);
    }

    /// Somebody put a name or a phone to it.
    public boolean named() {
        return requester.isPresent() || contact.phone().isPresent();
    }

    /// There is somebody who may still answer: who is known, or who holds the code of the receipt.
    public boolean askable() {
        return named() || reporter.equals(Caller.ANONYMOUS.account());
    }

    /// Values by the playbook's keys. `plain`: flags, whole numbers and texts; `sealed`: a document of those that tell
    /// something about a person.
    public record Carried(Map<String, Object> plain, Optional<byte[]> sealed) {
        public static final Carried NOTHING = new Carried(Map.of(), Optional.empty());
    }

    /// Sealed contact of the requester; `phoneIndex` is the blind index of the phone.
    public record Contact(
            Optional<byte[]> name, Optional<byte[]> phone, Optional<byte[]> phoneIndex) {
        public static final Contact NONE =
                new Contact(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
