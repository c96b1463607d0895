package org.huying.whistle;

import java.util.UUID;
import org.huying.calendar.Recountable;
import org.springframework.stereotype.Component;

/// Counts the limits of units that are still to come again: until when they report in, and until when they may object.
@Component
class WhistleRecount implements Recountable {

    private final Whistles whistles;
    private final WhistleDesk desk;
    private final Blowing blowing;

    WhistleRecount(Whistles whistles, WhistleDesk desk, Blowing blowing) {
        this.whistles = whistles;
        this.desk = desk;
        this.blowing = blowing;
    }

    @Override
    public String kind() {
        return "whistle";
    }

    @Override
    public Chunk recount(String region, UUID after, int most) {
        return Chunk.of(
                whistles.running(region, after, most),
                it -> it.id().value(),
                it -> desk.recount(it, from -> blowing.limits(it, from)),
                it -> desk.find(it.id()));
    }
}
