package org.huying.suggest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huying.matter.DispatchAdvice;
import org.huying.matter.DispatchAdvice.Advice;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.territory.TerritoryCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where a request of an item would be sent before there is a matter, as the matters themselves are.
@Component
class RuleAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RuleAdvice.class);

    private final DispatchAdvice dispatching;

    RuleAdvice(DispatchAdvice dispatching) {
        this.dispatching = dispatching;
    }

    /// Nothing where the rules ask for what a request does not have yet; the desk will see their error when they apply.
    Optional<Advice> of(
            Request request, Item item, TerritoryCode area, Playbook playbook, Instant now) {
        var known =
                Map.<String, Object>of(
                        "demand", request.demand(),
                        "channel", request.channel(),
                        "title", request.title(),
                        "located", request.point().isPresent());
        try {
            return dispatching.advise(new Facts(known, item, area, now), playbook);
        } catch (IllegalStateException e) {
            LOG.debug("The rules cannot be judged before there is a matter", e);
            return Optional.empty();
        }
    }
}
