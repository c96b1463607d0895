package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huying.playbook.Playbook;

/// Whatever arrives, the translations answer.
class PartnerTotalTest {

    private static final Mapping MAPPING = Example.mapping(Example.HOTLINE);
    private static final Playbook PLAYBOOK = Example.playbook();

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll String body) {
        assertThat(Reading.message(body, MAPPING.in().orElseThrow())).isNotNull();
        assertThat(Seal.of(body)).isNotNull();
    }

    @Property(tries = 500)
    void anyOrderIsAReportOrRefused(@ForAll("orders") Map<OrderField, String> said) {
        var opening = Opening.of(said, MAPPING.in().orElseThrow(), PLAYBOOK, "370481");
        if (opening instanceof Opening.Read(var report)) {
            assertThat(report.title().length()).isBetween(1, 80);
            assertThat(report.text().length()).isBetween(1, 4_000);
            assertThat(report.place().length()).isLessThanOrEqualTo(200);
            assertThat(report.contact().name().orElse("").length()).isLessThanOrEqualTo(40);
        } else {
            assertThat(((Opening.Wrong) opening).errors()).isNotEmpty();
        }
        assertThat(Change.between(Map.of(), said).length()).isLessThanOrEqualTo(2_000);
    }

    @Provide
    Arbitrary<Map<OrderField, String>> orders() {
        var texts =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(300).filter(it -> !it.isBlank()),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12),
                        Arbitraries.of("路灯不亮", "370481001", "是", "117.1", "a".repeat(5_000)));
        return Arbitraries.maps(Arbitraries.of(OrderField.class), texts).ofMaxSize(20);
    }
}
