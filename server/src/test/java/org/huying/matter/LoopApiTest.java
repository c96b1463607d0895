package org.huying.matter;

import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The loop through the API, on a clock that tests move.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Scene.Time.class, LoopApi.class, TownRules.class})
abstract class LoopApiTest {

    @Autowired LoopApi api;
    @Autowired MovableClock clock;

    @BeforeEach
    void there() {
        api.in(LoopApi.TENGZHOU, "370481001");
    }
}
