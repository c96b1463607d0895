package org.huying.insight.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.huying.insight.ReadModel;
import org.huying.insight.Recount;
import org.huying.matter.MatterSummaries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts anew and rebuilds.
@Component
class Recounter implements ReadModel {

    private static final int FETCH = 5_000;

    private final MatterSummaries matters;
    private final RowWriter writer;
    private final Counters counters;
    private final Rebuild rebuild;
    private final JdbcTemplate template;
    private final TransactionTemplate write;
    private final TransactionTemplate snapshot;

    Recounter(
            MatterSummaries matters,
            RowWriter writer,
            Counters counters,
            JdbcClient jdbc,
            JdbcTemplate template,
            PlatformTransactionManager transactions) {
        this.matters = matters;
        this.writer = writer;
        this.counters = counters;
        this.rebuild = new Rebuild(jdbc);
        this.template = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.template.setFetchSize(FETCH);
        this.write = new TransactionTemplate(transactions);
        this.write.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /// First the lines catch up with the matters, in short transactions. Then lines and counters, which change together,
    /// are compared in one snapshot; what differs is added, so that changes made meanwhile are kept.
    @Override
    public Recount recompute(String region) {
        var seen = new AtomicLong();
        var changed = new AtomicLong();
        matters.forEach(
                region,
                chunk -> {
                    seen.addAndGet(chunk.size());
                    write.executeWithoutResult(_ -> changed.addAndGet(writer.write(region, chunk)));
                });
        var repair = new Tally();
        var found = Objects.requireNonNull(snapshot.execute(_ -> compare(region, repair)));
        write.executeWithoutResult(_ -> counters.add(region, repair));
        return new Recount(
                seen.get(),
                changed.get(),
                found.counters(),
                found.differing(),
                found.differences());
    }

    private Recount compare(String region, Tally repair) {
        var is = new Tally();
        template.query(
                "SELECT %s FROM insight.matter_row WHERE region = ?".formatted(Standing.COLUMNS),
                row -> {
                    is.add(Standing.of(row));
                },
                region);
        var was = counters.stored(region);
        var right = is.values();
        var keys = new TreeSet<>(right.keySet());
        keys.addAll(was.values().keySet());
        List<Recount.Difference> shown = new ArrayList<>();
        long differing = 0;
        for (var key : keys) {
            long off = is.of(key) - was.of(key);
            if (off != 0) {
                differing++;
                repair.add(key, off);
                if (shown.size() < Recount.SHOWN) {
                    shown.add(
                            new Recount.Difference(
                                    key.area(), key.day(), key.name(), was.of(key), is.of(key)));
                }
            }
        }
        return new Recount(0, 0, right.size(), differing, shown);
    }

    @Override
    public long rebuild(String region) {
        var seen = new AtomicLong();
        if (rebuild.alone(region)) {
            write.executeWithoutResult(_ ->
                    rebuild.withoutIndexes(() ->
                            matters.forEach(
                                    region,
                                    chunk -> {
                                        seen.addAndGet(chunk.size());
                                        writer.write(region, chunk);
                                    })));
        } else {
            write.executeWithoutResult(_ -> rebuild.forget(region));
            seen.set(recompute(region).matters());
        }
        return seen.get();
    }
}
