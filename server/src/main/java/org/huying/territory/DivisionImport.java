package org.huying.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.huying.database.Snapshots;
import org.huying.eventlog.EventLog;
import org.huying.problem.Problem;
import org.huying.territory.divisions.Division;
import org.huying.territory.divisions.Divisions;
import org.huying.territory.store.DivisionRows;
import org.huying.territory.store.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads national divisions. What is there already stays as it is, and a code that was ever used is not added again, so
/// it may run twice. Works in short batches: a run that is cut off is finished by the next.
@Service
public class DivisionImport {
    /// Divisions hold since before any record that Huying keeps; when each was really founded is not known.
    public static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private static final int BATCH = 5000;

    private final Divisions divisions;
    private final DivisionRows rows;
    private final Revisions revisions;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final Snapshots<CountyMap> maps;
    private final Clock clock;

    /// How many divisions were looked at and how many of them are new.
    public record Outcome(int read, int added) {}

    DivisionImport(
            DivisionStock stock,
            Revisions revisions,
            EventLog events,
            TransactionTemplate transaction,
            Snapshots<CountyMap> maps,
            Clock clock) {
        this.divisions = stock.divisions();
        this.rows = stock.rows();
        this.revisions = revisions;
        this.events = events;
        this.transaction = transaction;
        this.maps = maps;
        this.clock = clock;
    }

    /// The counties in which a place lies or that lie in it, ordered by code. Throws `Problem.NOT_FOUND` when there is none.
    public List<TerritoryCode> counties(TerritoryCode place) {
        var found =
                divisions
                        .counties()
                        .map(Division::code)
                        .filter(code -> code.within(place) || place.within(code))
                        .toList();
        if (found.isEmpty()) {
            throw Problem.NOT_FOUND.with("没有 " + place + " 这个地方", "There is no place " + place);
        }
        return found;
    }

    public boolean knows(String county) {
        return !divisions.county(county).isEmpty();
    }

    /// One county with its province and city. Throws `Problem.NOT_FOUND` for a code that is no county.
    public Outcome county(String code) {
        var found = divisions.county(code);
        if (found.isEmpty()) {
            throw Problem.NOT_FOUND.with("没有代码为 " + code + " 的县级区划", "There is no county " + code);
        }
        return load(found, _ -> {});
    }

    /// The whole country; `progress` hears how many divisions have been stored so far.
    public Outcome country(LongConsumer progress) {
        return load(divisions.country().toList(), progress);
    }

    private Outcome load(List<Division> all, LongConsumer progress) {
        int added = 0;
        for (int start = 0; start < all.size(); start += BATCH) {
            var batch = all.subList(start, Math.min(all.size(), start + BATCH));
            added += store(batch);
            progress.accept(start + batch.size());
        }
        return new Outcome(all.size(), added);
    }

    private int store(List<Division> batch) {
        var added =
                transaction.execute(_ -> {
                    var fresh = rows.add(batch, BEGINNING);
                    tell(fresh);
                    return fresh;
                });
        return added.size();
    }

    private void tell(Collection<DivisionRows.Added> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var facts = new ArrayList<TerritoryChanged>();
        fresh.stream()
                .collect(Collectors.toMap(DivisionRows.Added::region, one -> one, (one, _) -> one))
                .forEach((region, first) ->
                        facts.add(new TerritoryChanged(region, first.id(), "import", now)));
        events.append(facts);
        Set<String> regions =
                fresh.stream().map(DivisionRows.Added::region).collect(Collectors.toSet());
        if (fresh.stream().anyMatch(one -> one.level() <= Level.COUNTY.digits())) {
            regions.add(Revisions.UPPER);
        }
        revisions.grow(regions);
        regions.forEach(maps::changed);
    }
}
