package org.huying.gateway.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.access.AbsentCallers;
import org.huying.access.Caller;
import org.huying.database.AfterCommit;
import org.huying.notice.Inboxes;
import org.springframework.stereotype.Component;

/// Who is to be told of what lies in an inbox: those who read it now and have subscribed to a channel. Whoever lost a post
/// or an account is told no more. Answers are at most 5 s old.
@Component
class Subscribers {

    private final Subscriptions subscriptions;
    private final AbsentCallers staff;
    private final Cache<String, Map<UUID, List<Subscription>>> known =
            Caffeine.newBuilder()
                    .maximumSize(4_000)
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .build();

    Subscribers(Subscriptions subscriptions, AbsentCallers staff) {
        this.subscriptions = subscriptions;
        this.staff = staff;
    }

    /// By inbox.
    Map<UUID, List<Subscription>> of(String region) {
        return known.get(region, this::read);
    }

    /// The same as it is now.
    Map<UUID, List<Subscription>> now(String region) {
        known.invalidate(region);
        return of(region);
    }

    /// This node knows a change at once.
    void changed(String region) {
        AfterCommit.run(() -> known.invalidate(region));
    }

    private Map<UUID, List<Subscription>> read(String region) {
        var all = subscriptions.confirmed(region);
        if (all.isEmpty()) {
            return Map.of();
        }
        var ids = all.stream().map(Subscription::account).distinct().toList();
        Map<UUID, Caller> people =
                staff.of(region, ids).stream()
                        .collect(Collectors.toMap(Caller::account, Function.identity()));
        var byInbox = new HashMap<UUID, List<Subscription>>();
        for (var subscription : all) {
            var person = people.get(subscription.account());
            if (person != null) {
                Inboxes.of(person)
                        .forEach(inbox ->
                                byInbox.computeIfAbsent(inbox, _ -> new ArrayList<>())
                                        .add(subscription));
            }
        }
        return byInbox;
    }
}
