package org.huying.gateway.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.notice.Consents;
import org.springframework.stereotype.Component;

/// Which letters may still go where they were to go. Much may have changed since they were put down: staff are told only
/// while they read the inbox and keep the address, residents only while they agree to it.
@Component
class Standing {

    static final String NOT_THEIRS = "no longer theirs";
    static final String NOT_WANTED = "no longer agreed to";

    private final Subscribers subscribers;
    private final Consents consents;

    Standing(Subscribers subscribers, Consents consents) {
        this.subscribers = subscribers;
        this.consents = consents;
    }

    /// Those of the message that do not go.
    List<Due.Part> fallen(Due due) {
        if (due.quiet().isPresent()) {
            var gone = notTheirs(due, subscribers.of(due.region()));
            return gone.isEmpty() ? gone : notTheirs(due, subscribers.now(due.region()));
        }
        var asked = due.parts().stream().filter(Due.Part::residents).toList();
        var agreed = agreed(due.region(), asked);
        return asked.stream().filter(it -> !agreed.contains(it.line().subject())).toList();
    }

    private Set<UUID> agreed(String region, List<Due.Part> asked) {
        return consents.standing(
                region, asked.stream().map(it -> it.line().subject()).collect(Collectors.toSet()));
    }

    private static List<Due.Part> notTheirs(Due due, Map<UUID, List<Subscription>> told) {
        return due.parts().stream()
                .filter(it -> it.inbox().filter(inbox -> !theirs(due, inbox, told)).isPresent())
                .toList();
    }

    /// An address that cannot be opened is looked at when it is carried.
    private static boolean theirs(Due due, UUID inbox, Map<UUID, List<Subscription>> told) {
        return due.address().isEmpty()
                || told.getOrDefault(inbox, List.of()).stream()
                        .filter(it -> it.channel().equals(due.channel()))
                        .anyMatch(it -> reaches(it.address().orElse(""), due.address()));
    }

    /// The same address, or one of the browsers.
    private static boolean reaches(String theirs, String address) {
        return theirs.equals(address)
                || PushDevice.of(address)
                        .filter(it ->
                                PushDevice.all(theirs).stream()
                                        .anyMatch(known -> known.endpoint().equals(it.endpoint())))
                        .isPresent();
    }
}
