package org.huying.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Of several returns that are heard of in one batch none is lost, and none counts twice.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ReturnsTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired JdbcClient jdbc;

    @Test
    void returnsThatAreHeardOfAtOnceAllCount() {
        town.ready();
        var desk = town.token("simulator", Optional.empty());
        var centre = town.token("unit-handler", Optional.of("centre"));
        var unit = town.unit("centre");
        var id = api.dispatched(desk, "转来转去的路灯", unit);
        for (int i = 0; i < 2; i++) {
            api.step(centre, id, "return", "{\"reason\":\"不归我们管\"}");
            api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(unit));
        }
        api.drain();
        assertThat(
                        jdbc.sql(
                                        "SELECT sum(returned)::integer FROM suggest.tally WHERE unit = :unit")
                                .param("unit", unit)
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }
}
