package org.huying.gateway.partner;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Reports;
import org.huying.matter.Wish;
import org.huying.matter.Wished;
import org.huying.playbook.Playbooks;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what partners send: each message once, each order once, and what is said of an order in the order it was
/// sent. What comes before its order waits for it.
@Service
class Inbox {

    /// What a message came to. The words are public; add, never rename.
    enum Outcome {
        OPENED,
        REPEATED,
        UPDATED,
        /// A later message said what holds.
        OLDER,
        NOTED,
        REDONE,
        WITHDRAWN,
        /// It waits for its order.
        WAITING;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param number our number of the matter; empty while the order is awaited
    record Answer(String order, Optional<String> number, Outcome outcome) {}

    private final Reports reports;
    private final Playbooks playbooks;
    private final Orders orders;
    private final Inbounds inbounds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(
            Reports reports,
            Playbooks playbooks,
            Orders orders,
            Inbounds inbounds,
            TransactionTemplate transaction,
            Clock clock) {
        this.reports = reports;
        this.playbooks = playbooks;
        this.orders = orders;
        this.inbounds = inbounds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// One message while it is taken.
    ///
    /// @param sent when it was sent, now where it does not say so
    private record Taking(
            Partner partner, Caller by, Incoming message, Incoming.Head head, Instant sent) {}

    /// Throws a problem for what cannot be taken; then nothing is stored and it may be sent again.
    ///
    /// @param body as it was sent
    Answer take(Partner partner, Caller by, Incoming message, String body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var head = head(message);
        var taking =
                new Taking(
                        partner, by, message, head, head.sent().filter(now::isAfter).orElse(now));
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    orders.lock(partner, head.number());
                    return inbounds.find(partner, head.id())
                            .map(it -> repeated(taking, it))
                            .orElseGet(() -> fresh(taking, body, now));
                }));
    }

    private Answer fresh(Taking taking, String body, Instant now) {
        var answer = applied(taking, now);
        var waits = answer.outcome() == Outcome.WAITING;
        inbounds.add(
                taking.partner(),
                new Inbounds.Row(
                        taking.head().id(),
                        taking.head().number(),
                        kind(taking.message()),
                        digest(taking.message()),
                        inbounds.sealed(body),
                        waits ? Inbounds.WAITING : Inbounds.TAKEN,
                        answer.outcome().key(),
                        taking.sent(),
                        now));
        if (answer.outcome() == Outcome.OPENED) {
            catchUp(taking, now);
        }
        return answer;
    }

    private Answer repeated(Taking taking, Inbounds.Row before) {
        if (!MessageDigest.isEqual(before.digest(), digest(taking.message()))) {
            throw Problem.KEY_REUSED.with(
                    "消息编号 %s 用在了别的内容上".formatted(before.id()),
                    "The message id %s was used for something else".formatted(before.id()));
        }
        if (before.state().equals(Inbounds.REFUSED)) {
            throw Problem.REFUSED.plain();
        }
        var row = orders.find(taking.partner(), before.number());
        return new Answer(
                before.number(),
                row.map(Orders.Row::matterNumber),
                before.state().equals(Inbounds.WAITING) ? Outcome.WAITING : Outcome.REPEATED);
    }

    /// What came too early, in the order it was sent.
    private void catchUp(Taking opened, Instant now) {
        var partner = opened.partner();
        var in = partner.mapping().in().orElseThrow(Problem.NOT_FOUND::plain);
        for (var row : inbounds.waiting(partner, opened.head().number())) {
            var message = Reading.message(inbounds.body(row), in);
            if (message instanceof Incoming.Wrong) { // the file has changed since
                inbounds.ended(partner, row.id(), Inbounds.REFUSED, "unreadable");
                continue;
            }
            var taking = new Taking(partner, opened.by(), message, head(message), row.sent());
            try {
                var outcome = applied(taking, now).outcome();
                inbounds.ended(partner, row.id(), Inbounds.TAKEN, outcome.key());
            } catch (ProblemException e) {
                inbounds.ended(partner, row.id(), Inbounds.REFUSED, e.problem().code());
            }
        }
    }

    private Answer applied(Taking taking, Instant now) {
        var row = orders.find(taking.partner(), taking.head().number());
        return switch (taking.message()) {
            case Incoming.Order order ->
                    row.map(it -> changed(taking, order, it))
                            .orElseGet(() ->
                                    order.news() ? early(taking) : opened(taking, order, now));
            case Incoming.Urge(_, var words) -> wished(taking, row, Wish.PRESS, words);
            case Incoming.Return(_, var words) -> wished(taking, row, Wish.REDO, words);
            case Incoming.Withdraw(_, var words) -> wished(taking, row, Wish.WITHDRAW, words);
            case Incoming.Wrong(var errors) ->
                    throw Problem.INVALID.with("有几处内容不对", "Some fields are wrong").and(errors);
        };
    }

    private static Answer early(Taking taking) {
        return new Answer(taking.head().number(), Optional.empty(), Outcome.WAITING);
    }

    private Answer opened(Taking taking, Incoming.Order order, Instant now) {
        var partner = taking.partner();
        var in = partner.mapping().in().orElseThrow(Problem.NOT_FOUND::plain);
        var playbook = playbooks.current(TerritoryCode.of(partner.region()), now);
        var report =
                switch (Opening.of(order.said(), in, playbook, partner.region())) {
                    case Opening.Read(var read) -> read;
                    case Opening.Wrong(var errors) ->
                            throw Problem.INVALID
                                    .with("有几处内容不对", "Some fields are wrong")
                                    .and(errors);
                };
        var number = taking.head().number();
        var receipt = reports.take(report, taking.by(), Optional.of(partner.uuid("order", number)));
        orders.add(
                partner,
                new Orders.Row(
                        partner.key(),
                        number,
                        receipt.id(),
                        receipt.number(),
                        1,
                        Change.digest(order.said()),
                        new byte[0],
                        taking.sent(),
                        now),
                order.said(),
                LocalDate.ofInstant(taking.sent(), WorkCalendar.ZONE));
        return new Answer(number, Optional.of(receipt.number()), Outcome.OPENED);
    }

    private Answer changed(Taking taking, Incoming.Order order, Orders.Row row) {
        var before = orders.said(row);
        if (taking.sent().isBefore(row.sent())) {
            var same = MessageDigest.isEqual(Change.digest(order.said()), row.digest());
            return answer(row, same ? Outcome.REPEATED : Outcome.OLDER);
        }
        var words = Change.between(before, order.said());
        if (words.isEmpty()) {
            return answer(row, Outcome.REPEATED);
        }
        var said = new EnumMap<OrderField, String>(OrderField.class);
        said.putAll(before);
        said.putAll(order.said());
        orders.change(taking.partner(), row.number(), said, taking.sent());
        wish(taking, row, Wish.PRESS, words);
        return answer(row, Outcome.UPDATED);
    }

    private Answer wished(Taking taking, Optional<Orders.Row> row, Wish wish, String words) {
        if (row.isEmpty()) {
            return early(taking);
        }
        wish(taking, row.get(), wish, said(wish, words));
        return answer(
                row.get(),
                switch (wish) {
                    case PRESS -> Outcome.NOTED;
                    case REDO -> Outcome.REDONE;
                    case WITHDRAW -> Outcome.WITHDRAWN;
                });
    }

    private void wish(Taking taking, Orders.Row row, Wish wish, String words) {
        var partner = taking.partner();
        var key = partner.uuid("message", taking.head().id());
        var wished = reports.wish(partner.region(), row.matter(), wish, taking.by(), words, key);
        if (wished != Wished.DONE) {
            throw Problem.REFUSED.with(
                    "这件（%s）现在的状态不能这样办".formatted(row.matterNumber()),
                    "%s does not allow this as it stands".formatted(row.matterNumber()));
        }
    }

    private static String said(Wish wish, String words) {
        var name =
                switch (wish) {
                    case PRESS -> "催办";
                    case REDO -> "退回";
                    case WITHDRAW -> "撤单";
                };
        return words.isEmpty() ? name : name + "：" + words;
    }

    private static Answer answer(Orders.Row row, Outcome outcome) {
        return new Answer(row.number(), Optional.of(row.matterNumber()), outcome);
    }

    private static Incoming.Head head(Incoming message) {
        return switch (message) {
            case Incoming.Order(var head, _, _) -> head;
            case Incoming.Urge(var head, _) -> head;
            case Incoming.Return(var head, _) -> head;
            case Incoming.Withdraw(var head, _) -> head;
            case Incoming.Wrong(var errors) ->
                    throw Problem.INVALID.with("有几处内容不对", "Some fields are wrong").and(errors);
        };
    }

    private static String kind(Incoming message) {
        return switch (message) {
            case Incoming.Order(_, _, var news) -> news ? "update" : "order";
            case Incoming.Urge _ -> "urge";
            case Incoming.Return _ -> "return";
            case Incoming.Withdraw _ -> "withdraw";
            case Incoming.Wrong _ -> "wrong";
        };
    }

    /// Of what it says, not of how it was written down.
    private static byte[] digest(Incoming message) {
        return switch (message) {
            case Incoming.Order(var head, var said, _) ->
                    digest(message, head, HexFormat.of().formatHex(Change.digest(said)));
            case Incoming.Urge(var head, var words) -> digest(message, head, words);
            case Incoming.Return(var head, var words) -> digest(message, head, words);
            case Incoming.Withdraw(var head, var words) -> digest(message, head, words);
            case Incoming.Wrong _ -> new byte[0];
        };
    }

    private static byte[] digest(Incoming message, Incoming.Head head, String said) {
        return Change.digest(kind(message) + "\0" + head.number() + "\0" + said);
    }
}
