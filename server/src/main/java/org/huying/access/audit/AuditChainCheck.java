package org.huying.access.audit;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The audit in `./huying verify`: every region up to its first damage, without the key of the vault.
public final class AuditChainCheck implements ChainCheck {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        var walk = new AuditWalk(jdbc, Optional.empty());
        var damages = new ArrayList<Damage>();
        long rows = 0;
        var regions = walk.regions();
        for (var region : regions) {
            var verdict = walk.verify(region);
            rows += verdict.rows();
            progress.accept(rows);
            verdict.damage()
                    .map(found ->
                            new Damage(
                                    found.row().isPresent() ? "access.audit" : "access.audit_seal",
                                    found.row()
                                            .map(UUID::toString)
                                            .orElse(region + " seal " + found.seal()),
                                    found.what()))
                    .ifPresent(damages::add);
        }
        return new Report(regions.size(), rows, damages);
    }
}
