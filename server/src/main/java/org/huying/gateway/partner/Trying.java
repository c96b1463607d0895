package org.huying.gateway.partner;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huying.gateway.partner.TryController.MessageFlaw;
import org.huying.gateway.partner.TryController.MessageTried;
import org.huying.gateway.partner.TryController.OrderBecame;
import org.huying.matter.NewMatter;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Shows what a partner's file makes of a message, by what is here of its order; nothing is stored.
@Component
class Trying {

    private final Orders orders;
    private final Playbooks playbooks;
    private final Clock clock;

    Trying(Orders orders, Playbooks playbooks, Clock clock) {
        this.orders = orders;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    MessageTried view(Partner partner, String message) {
        var in =
                partner.mapping()
                        .in()
                        .orElseThrow(() ->
                                Problem.REFUSED.with(
                                        "文件里没有 in，这个对接方什么也不送来",
                                        "The file has no `in`: this partner sends nothing"));
        return switch (Reading.message(message, in)) {
            case Incoming.Wrong(var errors) -> MessageTried.wrong(flaws(errors));
            case Incoming.Order order -> ordered(partner, in, order);
            case Incoming.Urge(var head, var words) -> told(partner, "urge", head, words);
            case Incoming.Return(var head, var words) -> told(partner, "return", head, words);
            case Incoming.Withdraw(var head, var words) -> told(partner, "withdraw", head, words);
        };
    }

    private MessageTried told(Partner partner, String kind, Incoming.Head head, String words) {
        var row = orders.find(partner, head.number());
        var comes = row.isPresent() ? Comes.NOTED : Comes.WAITS;
        return new Seen(kind, head, comes, row).said(words);
    }

    private MessageTried ordered(Partner partner, Mapping.In in, Incoming.Order order) {
        var row = orders.find(partner, order.head().number());
        var kind = order.news() ? "update" : "order";
        if (row.isPresent()) {
            var changes = Change.between(orders.said(row.get()), order.said());
            var comes = changes.isEmpty() ? Comes.REPEATS : Comes.UPDATES;
            return new Seen(kind, order.head(), comes, row).said(changes);
        }
        var now = clock.instant();
        var playbook = playbooks.current(TerritoryCode.of(partner.region()), now);
        return switch (Opening.of(order.said(), in, playbook, partner.region())) {
            case Opening.Wrong(var errors) ->
                    new Seen(kind, order.head(), comes(order, Comes.REFUSED), row)
                            .said("", flaws(errors), Optional.empty());
            case Opening.Read(var report) ->
                    new Seen(kind, order.head(), comes(order, Comes.OPENS), row)
                            .said("", List.of(), Optional.of(became(report, playbook)));
        };
    }

    /// A change of an order that is not here waits for it, whatever it says.
    private static Comes comes(Incoming.Order order, Comes otherwise) {
        return order.news() ? Comes.WAITS : otherwise;
    }

    /// What would come of a message. The words are public; add, never rename.
    enum Comes {
        /// A new matter.
        OPENS,
        /// What it says is known.
        REPEATS,
        /// The matter is told what has changed.
        UPDATES,
        /// The matter is told.
        NOTED,
        /// It waits for its order.
        WAITS,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Seen(String kind, Incoming.Head head, Comes comes, Optional<Orders.Row> row) {

        MessageTried said(String words) {
            return said(words, List.of(), Optional.empty());
        }

        MessageTried said(String words, List<MessageFlaw> flaws, Optional<OrderBecame> became) {
            return new MessageTried(
                    comes.word(),
                    kind,
                    head.id(),
                    head.number(),
                    head.sent()
                            .map(it -> it.truncatedTo(ChronoUnit.SECONDS))
                            .map(PartnerController::local)
                            .orElse(null),
                    row.map(Orders.Row::matterNumber).orElse(null),
                    words,
                    flaws,
                    became.orElse(null));
        }
    }

    private static OrderBecame became(NewMatter report, Playbook playbook) {
        var item = report.item().flatMap(playbook::item).map(Item::name);
        return new OrderBecame(
                report.title(),
                report.text(),
                report.place(),
                report.item().orElse(null),
                item.map(Text::zh).orElse(null),
                item.map(Text::en).orElse(null),
                report.area().map(TerritoryCode::value).orElse(null),
                report.point().map(GeoPoint::lon).orElse(null),
                report.point().map(GeoPoint::lat).orElse(null),
                report.channel(),
                report.demand(),
                report.hidden(),
                report.contact().name().orElse(null),
                report.contact().phone().orElse(null));
    }

    private static List<MessageFlaw> flaws(List<FieldError> errors) {
        return errors.stream()
                .map(it -> new MessageFlaw(it.path(), it.code(), it.zh(), it.en()))
                .toList();
    }
}
