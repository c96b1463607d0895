package org.huying.bench;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.huying.cli.Progress;
import org.huying.insight.ReadModel;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills a data folder with as many matters as the plan asks for, once.
final class Seeding {
    private final Plan plan;
    private final Talk talk;

    Seeding(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Ground.Laid into(Path data) {
        talk.say("laying out %s", data);
        try (var ground = new Ground(data)) {
            var jdbc = ground.part(JdbcClient.class);
            long there = jdbc.sql("SELECT count(*) FROM matter.matter").query(Long.class).single();
            if (there == 0 && plan.rows() > 0) {
                seed(ground, jdbc);
            } else {
                talk.say("%,d matters are there already", there);
            }
            return ground.laid();
        }
    }

    private void seed(Ground ground, JdbcClient jdbc) {
        long begin = System.nanoTime();
        var progress = new Progress("matters", plan.rows());
        new Seeder(
                        ground.part(DataSource.class),
                        ground.part(Cipher.class),
                        ground.laid().scene(),
                        Instant.now())
                .store(plan.rows(), progress);
        progress.finish(plan.rows());
        talk.say("%,.0f matters/s; building the lists", plan.rows() / seconds(begin));
        ground.part(ReadModel.class).rebuild(ground.laid().scene().region());
        talk.say("tidying up, so that no vacuum falls into the measurement");
        jdbc.sql("VACUUM (FREEZE, ANALYZE)").update();
        talk.say("seeded, %,.0f matters/s with lists", plan.rows() / seconds(begin));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
