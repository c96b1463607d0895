package org.huying.territory.edit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.huying.territory.ModeNews;
import org.huying.territory.ModeSwitched;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.ModeRows;
import org.huying.territory.store.ModeRows.ModeRow;
import org.huying.territory.store.ModeRows.Spell;
import org.huying.territory.store.ModeRows.Word;
import org.huying.territory.store.Nodes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Switches the mode of an area on and off. Of one area only one mode is on at a time, and what was is never changed.
@Service
public class ModeEdits {
    private final ModeRows rows;
    private final Nodes nodes;
    private final RegionLock lock;
    private final ModeNews news;
    private final Clock clock;

    ModeEdits(ModeRows rows, Nodes nodes, RegionLock lock, ModeNews news, Clock clock) {
        this.rows = rows;
        this.nodes = nodes;
        this.lock = lock;
        this.news = news;
        this.clock = clock;
    }

    /// What is wished: `from` is now where it is missing.
    public record Wish(
            TerritoryCode area, String mode, Optional<Instant> from, Optional<Instant> until) {}

    @Transactional
    public ModeRow on(Wish wish, UUID by, String reason) {
        var region = wish.area().region();
        lock.take(region);
        var now = now();
        var spell =
                new Spell(
                        wish.area(),
                        wish.mode(),
                        wish.from().map(ModeEdits::whole).filter(now::isBefore).orElse(now),
                        wish.until().map(ModeEdits::whole));
        if (spell.until().filter(until -> !until.isAfter(spell.from())).isPresent()) {
            throw Problem.REFUSED.with("结束时间应晚于开始时间", "It must end after it has begun");
        }
        if (nodes.open(region, List.of(wish.area())).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        if (rows.overlaps(region, spell)) {
            throw Problem.CONFLICT.with(
                    "该区域这段时间已有一种模式，请先结束", "A mode is on for this area in that time; end it first");
        }
        var id = Ids.next();
        rows.add(region, id, spell, new Word(by, reason, now));
        tell(region, id, spell, true, now);
        return rows.find(region, id).orElseThrow();
    }

    /// Ends a mode now. Throws `Problem.STALE` when it has ended or is no longer at `version`.
    @Transactional
    public void off(String region, UUID id, long version, UUID by, String reason) {
        lock.take(region);
        var row = rows.find(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        var now = now();
        if (rows.end(region, id, version, new Word(by, reason, now)) == 0) {
            throw Problem.STALE.plain();
        }
        var old = row.spell();
        var end = now.isBefore(old.from()) ? old.from() : now;
        tell(
                region,
                id,
                new Spell(old.area(), old.mode(), old.from(), Optional.of(end)),
                false,
                now);
    }

    private void tell(String region, UUID id, Spell spell, boolean on, Instant now) {
        news.switched(
                new ModeSwitched(
                        region,
                        id,
                        spell.area(),
                        spell.mode(),
                        on,
                        spell.from(),
                        spell.until(),
                        now));
    }

    private Instant now() {
        return whole(clock.instant());
    }

    /// As the database keeps it.
    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
