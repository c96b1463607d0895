package org.huying.gateway.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.Requesters;
import org.huying.notice.Consents;
import org.huying.notice.Inboxes;
import org.huying.notice.ToldNotices.Told;
import org.springframework.stereotype.Component;

/// Text messages to those who asked, where they agreed to it: the number, what came of it, and nothing personal. They go by
/// the first channel of the county that reaches residents; no telephone gets more than ten a day, whoever gave its number.
@Component
class ResidentLetters {

    private static final int MOST = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final Requesters requesters;
    private final Consents consents;
    private final Addressees addressees;

    ResidentLetters(Requesters requesters, Consents consents, Addressees addressees) {
        this.requesters = requesters;
        this.consents = consents;
        this.addressees = addressees;
    }

    /// The channel that residents are told by, of these.
    static Optional<Channel> carrier(Collection<Channel> channels) {
        return channels.stream().filter(it -> it.plan().to().residents()).findFirst();
    }

    List<Letters.Fresh> letters(
            String region, List<Channel> channels, List<Told> told, Instant now) {
        var plan = carrier(channels).map(Channel::plan);
        var theirs =
                told.stream()
                        .filter(it -> it.recipient().equals(Inboxes.phone(it.subject())))
                        .filter(it -> plan.filter(p -> p.tells(it.kind())).isPresent())
                        .toList();
        return theirs.isEmpty() ? List.of() : letters(region, plan.orElseThrow(), theirs, now);
    }

    private List<Letters.Fresh> letters(String region, Plan plan, List<Told> told, Instant now) {
        var phones = phones(region, told);
        var counts = counts(region, plan, phones.values(), now);
        var fresh = new ArrayList<Letters.Fresh>();
        for (var it : told) {
            var phone = phones.get(it.subject());
            if (phone != null) {
                var to = to(plan, phone);
                if (counts.merge(to.addressee(), 1, Integer::sum) <= MOST) {
                    fresh.add(Telling.letter(plan, to, it, now));
                }
            }
        }
        return fresh;
    }

    /// By matter. What was agreed may have been taken back since the notice was written.
    private Map<UUID, String> phones(String region, List<Told> told) {
        var subjects = new HashSet<UUID>();
        told.forEach(it -> subjects.add(it.subject()));
        var phones = new HashMap<>(requesters.phones(region, consents.standing(region, subjects)));
        phones.values().removeIf(it -> !Address.mobile(it));
        return phones;
    }

    private Map<UUID, Integer> counts(
            String region, Plan plan, Collection<String> phones, Instant now) {
        var asked = phones.stream().map(it -> addressees.at(plan.key(), it)).distinct().toList();
        return new HashMap<>(
                addressees.told(region, plan.key(), asked, Consents.KINDS, now.minus(DAY)));
    }

    private Telling.To to(Plan plan, String phone) {
        return new Telling.To(
                addressees.at(plan.key(), phone),
                phone,
                new Pace(plan.pace().quiet(), Digest.NONE),
                Optional.empty());
    }

    /// Whether a telephone came with this matter that text messages reach.
    boolean reached(String region, UUID matter) {
        return requesters.phones(region, List.of(matter)).values().stream()
                .anyMatch(Address::mobile);
    }

    /// What still waits to be sent about this matter is not sent any more, nor what was given up.
    void drop(String region, UUID matter) {
        addressees.dropOfResidents(region, matter);
    }
}
