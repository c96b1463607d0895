package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A sealed contact that was damaged: the matter shows and is worked all the same, and whoever runs the place is told.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class UnreadableContactEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;

    @Autowired
    @Qualifier("vaultHealthIndicator")
    HealthIndicator health;

    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
    }

    @Test
    void theMatterIsShownAndWorkedWithItsContactMarked() {
        var id = api.report(desk, "封存的电话坏了");
        damage(id, "contact_phone");
        var contact = api.matter(desk, id).at("/contact");
        assertThat(contact.at("/unreadable").asBoolean()).isTrue();
        assertThat(contact.at("/known").asBoolean()).isTrue();
        assertThat(contact.at("/phone").asString()).contains("unreadable");
        assertThat(contact.at("/name").asString()).isEqualTo("张*");
        assertThat(api.lines(desk, "/lists/matters?limit=200")).contains(id);
        if (api.matter(desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(desk, id, "accept", "{}");
        }
        var dispatched =
                api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        assertThat(dispatched.at("/state").asString()).isEqualTo("DISPATCHED");
    }

    @Test
    void aLookAtItSaysSoAndIsCountedForWhoeverRunsThePlace() {
        var id = api.report(desk, "封存的姓名坏了");
        damage(id, "contact_name");
        double before = unreadable();
        var uri = "/matters/" + id + "/requester?purpose=核对";
        var look = api.body(api.get(desk, uri));
        assertThat(look.at("/unreadable").asBoolean()).isTrue();
        assertThat(look.at("/name").asString()).contains("unreadable");
        assertThat(look.at("/phone").asString()).isEqualTo("13800001111");
        assertThat(unreadable()).isGreaterThan(before);
        assertThat(Objects.requireNonNull(health.health()).getStatus().getCode())
                .isEqualTo("ATTENTION");
    }

    @Test
    void whatCanBeReadIsNotMarked() {
        var id = api.report(desk, "封存的电话好好的");
        assertThat(api.matter(desk, id).at("/contact/unreadable").asBoolean(true)).isFalse();
    }

    private double unreadable() {
        return meters.get("huying.vault.unreadable").functionCounter().count();
    }

    /// Turns one bit of what is stored.
    private void damage(String id, String column) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE matter.matter SET %1$s = set_byte(%1$s, 20, get_byte(%1$s, 20) # 1)
                                 WHERE region = :region AND id = :id
                                """
                                        .formatted(column))
                        .param("region", Town.REGION)
                        .param("id", UUID.fromString(id))
                        .update();
        assertThat(rows).isOne();
    }
}
