package org.huying.gateway.partner;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares with each partner what both say of a day, and repairs what differs: orders are fetched again, results sent
/// again. Doing it twice does no harm.
@Service
class Reconciling {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 100_000;
    private static final int REPAIRED_AT_ONCE = 1_000;

    private final Partners partners;
    private final Orders orders;
    private final Parcels parcels;
    private final ParcelLog log;
    private final Reckonings reckonings;
    private final Inbox inbox;
    private final Calls calls;
    private final Clock clock;

    Reconciling(
            Partners partners,
            Orders orders,
            Parcels parcels,
            ParcelLog log,
            Reckonings reckonings,
            Inbox inbox,
            Calls calls,
            @Qualifier("wallClock") Clock clock) {
        this.partners = partners;
        this.orders = orders;
        this.parcels = parcels;
        this.log = log;
        this.reckonings = reckonings;
        this.inbox = inbox;
        this.calls = calls;
        this.clock = clock;
    }

    /// Every partner's day before today.
    void yesterday() {
        var day = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE).minusDays(1);
        for (var partner : partners.everywhere()) {
            try {
                if (partner.mapping().day().isPresent() && !partner.paused()) {
                    compare(partner, day);
                    if (partner.mapping().day().get().repairs()) {
                        repair(partner, day);
                    }
                }
            } catch (RuntimeException e) {
                LOG.error("{} {} could not be reconciled", partner.region(), partner.key(), e);
            }
        }
    }

    /// False when the other side could not be asked.
    boolean compare(Partner partner, LocalDate day) {
        var how = partner.mapping().day().orElseThrow();
        var asked = JSON.writeValueAsString(Map.of("day", day.toString()));
        var call = calls.post(partner, how.url(), asked);
        var answer = Reading.object(call.body());
        var theirs = numbers(answer, how.orders());
        var received = numbers(answer, how.results());
        if (call.error().isPresent() || theirs.isEmpty() || received.isEmpty()) {
            reckonings.failed(
                    partner, day, call.error().orElse("no lists of numbers in the answer"), now());
            return false;
        }
        var compared =
                new Comparison(
                        theirs.get(),
                        new HashSet<>(orders.ofDay(partner, day, "", MOST)),
                        new HashSet<>(log.results(partner, day, "", MOST)),
                        received.get());
        var differences =
                compared.differences(
                        orders.known(partner, compared.theirs()),
                        log.withResult(partner, compared.received()));
        reckonings.put(partner, day, compared, differences, now());
        return true;
    }

    /// The list that stands there; empty for what is none.
    private static Optional<Set<String>> numbers(JsonNode answer, String path) {
        var node = answer;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        if (!node.isArray() || node.size() > MOST) {
            return Optional.empty();
        }
        var numbers = new TreeSet<String>();
        node.forEach(it -> {
            var number = it.asString("").strip();
            if (!number.isEmpty() && number.length() <= Incoming.LONGEST_NUMBER) {
                numbers.add(number);
            }
        });
        return Optional.of(numbers);
    }

    /// Repairs what was found of a day, as far as it can be; how many were.
    int repair(Partner partner, LocalDate day) {
        int repaired = 0;
        for (var kind :
                List.of(Comparison.Kind.ORDER_MISSING_HERE, Comparison.Kind.RESULT_MISSING_THERE)) {
            var open = reckonings.open(partner, day, kind.key(), REPAIRED_AT_ONCE);
            boolean fetches = kind == Comparison.Kind.ORDER_MISSING_HERE;
            var done =
                    fetches
                            ? fetched(partner, open)
                            : List.copyOf(parcels.resultsAgain(partner, open, now()));
            if (!done.isEmpty()) {
                reckonings.repaired(
                        partner,
                        day,
                        kind.key(),
                        done,
                        fetches ? Reckonings.FETCHED : Reckonings.RESENT);
            }
            repaired += done.size();
        }
        return repaired;
    }

    /// Each as if it were sent once more.
    private List<String> fetched(Partner partner, List<String> numbers) {
        var fetch = partner.mapping().day().flatMap(Mapping.Day::fetch);
        var done = new ArrayList<String>();
        if (fetch.isEmpty()) {
            return done;
        }
        for (var number : numbers) {
            var asked = JSON.writeValueAsString(Map.of("number", number));
            var call = calls.post(partner, fetch.get(), asked);
            if (call.error().isEmpty() && taken(partner, number, call.body())) {
                done.add(number);
            }
        }
        return done;
    }

    private boolean taken(Partner partner, String number, String body) {
        var message = Reading.message(body, partner.mapping().in().orElseThrow());
        if (!(message instanceof Incoming.Order order) || !order.head().number().equals(number)) {
            return false;
        }
        try {
            var by =
                    new Caller(
                            partner.account(),
                            Caller.Kind.SYSTEM,
                            partner.mapping().name().zh(),
                            List.of());
            inbox.take(partner, by, order, body);
            return true;
        } catch (ProblemException e) {
            LOG.warn(
                    "Order {} of {} could not be taken: {}", number, partner.key(), e.getMessage());
            return false;
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /// When the scheduler compares: in the night, when what was late has arrived.
    @Configuration(proxyBeanMethods = false)
    static class Times {
        @Bean
        @ConditionalOnProperty(name = "huying.webhooks.sends", matchIfMissing = true)
        RecurringTask<Void> partnerReconciliation(Reconciling reconciling) {
            return Tasks.recurring(
                            "gateway-partners-day",
                            new Daily(WorkCalendar.ZONE, LocalTime.of(1, 30)))
                    .execute((_, _) -> reconciling.yesterday());
        }
    }
}
