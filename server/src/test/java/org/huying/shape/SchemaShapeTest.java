package org.huying.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaShapeTest {
    private static final List<String> WITHOUT_REGION =
            List.of(
                    "eventlog.cursor",
                    "playbook.catalogue",
                    "playbook.version",
                    "scheduler.task",
                    "vault.key_check");

    @Test
    void keepsEveryRule() {
        var rules = new SchemaRules(JdbcClient.create(Postgres.migrated()));
        assertThat(rules.tables()).isNotEmpty();
        assertThat(rules.growing()).isNotEmpty();
        assertThat(rules.tables())
                .as("tables that do not grow with a county, the only ones without a region")
                .filteredOn(each -> !rules.growing().contains(each) && !each.startsWith("demo."))
                .isSubsetOf(WITHOUT_REGION);
        assertThat(rules.withoutComment()).as("tables without a comment").isEmpty();
        assertThat(rules.withoutPrimaryKey()).as("tables without a primary key").isEmpty();
        assertThat(rules.uniqueWithoutRegionFirst())
                .as("unique keys that do not begin with region")
                .isEmpty();
        assertThat(rules.foreignWithoutRegionFirst())
                .as("foreign keys that do not begin with region")
                .isEmpty();
        assertThat(rules.foreignWithoutIndex()).as("foreign keys without an index").isEmpty();
        assertThat(rules.foreignAcrossSchemas()).as("foreign keys across schemas").isEmpty();
        assertThat(rules.historyThatCanBeEmptied())
                .as("tables that refuse to delete a row but not to lose them all")
                .isEmpty();
    }

    @Test
    void wouldFindEveryOffence() {
        var jdbc = JdbcClient.create(Postgres.migrated());
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS demo").update();
        jdbc.sql(
                        "CREATE TABLE demo.lamp (region text, id int, UNIQUE (region, id), UNIQUE (id, region))")
                .update();
        jdbc.sql(
                        """
                        CREATE TABLE demo.bulb (id int PRIMARY KEY, region text, lamp int, event uuid,
                               FOREIGN KEY (lamp, region) REFERENCES demo.lamp (id, region),
                               FOREIGN KEY (region, event) REFERENCES eventlog.event (region, id))
                        """)
                .update();
        jdbc.sql(
                        """
                        CREATE TRIGGER kept BEFORE DELETE ON demo.lamp
                            FOR EACH ROW EXECUTE FUNCTION access.refuse_change()
                        """)
                .update();
        var rules = new SchemaRules(jdbc);
        assertThat(rules.historyThatCanBeEmptied()).containsExactly("demo.lamp");
        assertThat(rules.withoutComment()).contains("demo.lamp", "demo.bulb");
        assertThat(rules.withoutPrimaryKey()).contains("demo.lamp");
        assertThat(rules.uniqueWithoutRegionFirst())
                .contains("demo.bulb: demo.bulb_pkey", "demo.lamp: demo.lamp_id_region_key");
        assertThat(rules.foreignWithoutRegionFirst()).contains("demo.bulb: bulb_lamp_region_fkey");
        assertThat(rules.foreignWithoutIndex())
                .contains("demo.bulb: bulb_lamp_region_fkey", "demo.bulb: bulb_region_event_fkey");
        assertThat(rules.foreignAcrossSchemas())
                .containsExactly("demo.bulb: bulb_region_event_fkey");
    }
}
