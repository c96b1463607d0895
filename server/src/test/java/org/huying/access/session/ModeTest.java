package org.huying.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.huying.cli.Refusal;
import org.huying.cli.Server;
import org.huying.database.Postgres;
import org.huying.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModeTest {

    @ParameterizedTest
    @ValueSource(strings = {"production", "bench", "replay"})
    void asksForTheSecondFactorWhereRealPeopleWork(String mode) {
        assertThatThrownBy(() -> new AccessConfiguration(settings("false"), new Mode(mode)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("只能用于演示和测试")
                .hasMessageContaining("demonstrations and tests only");
        assertThatCode(() -> new AccessConfiguration(settings("true"), new Mode(mode)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test"})
    void doesWithoutItForShowing(String mode) {
        assertThatCode(() -> new AccessConfiguration(settings("false"), new Mode(mode)))
                .doesNotThrowAnyException();
    }

    @Test
    void takesNoUnknownModeForALesserProduction() {
        assertThatThrownBy(() -> new Mode("prodution"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("demo");
        assertThat(new Mode("production").production()).isTrue();
    }

    @Test
    void theServerDoesNotStartInProductionWithoutASecondFactor() {
        var database = Postgres.connection();
        Map<String, Object> properties =
                Map.of(
                        "huying.mode",
                        "production",
                        "huying.access.second-factor",
                        "false",
                        "server.port",
                        "0",
                        "huying.db.url",
                        database.url(),
                        "huying.db.user",
                        database.user(),
                        "huying.db.password",
                        database.password());
        assertThatThrownBy(() -> Server.start(properties))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("second-factor=false");
    }

    private static AccessSettings settings(String secondFactor) {
        var source =
                new MapConfigurationPropertySource(
                        Map.of("huying.access.second-factor", secondFactor));
        return new Binder(source).bind("huying.access", AccessSettings.class).get();
    }
}
