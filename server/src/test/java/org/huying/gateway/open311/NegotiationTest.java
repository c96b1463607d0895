package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services.xml  | application/json                         | XML",
                "services.json | text/xml                                 | JSON",
                "services.JSON |                                          | JSON",
                "services      |                                          | XML",
                "services      | */*                                      | XML",
                "services      | application/json                         | JSON",
                "services      | application/json;charset=utf-8           | JSON",
                "services      | application/json, text/xml               | XML",
                "services      | application/json, text/xml;q=0.9         | JSON",
                "services      | text/xml, application/json;q=0.9         | XML",
                "services      | application/json, */*;q=0.8              | JSON",
                "services      | application/*                            | XML",
                "services      | application/*, application/xml;q=0, text/*;q=0 | JSON",
                "services      | text/html,application/xml;q=0.9,*/*;q=0.8 | XML",
                "services      | image/png                                | XML",
                "services      | application/json;q=0                     | XML",
                "services      | nonsense                                 | XML",
                "services      | application/json;q=zz                    | XML",
                "street-lamp.v2| application/json                         | JSON",
                "street-lamp.v2.xml | application/json                    | XML"
            })
    void theSuffixDecidesThenTheHeader(String last, String accept, Format format) {
        assertThat(Format.of(Format.Addressed.of(last).suffix(), accept)).isEqualTo(format);
    }

    @Test
    void onlyAKnownSuffixIsTakenFromTheName() {
        assertThat(Format.Addressed.of("street-lamp.v2.json"))
                .isEqualTo(new Format.Addressed("street-lamp.v2", Optional.of(Format.JSON)));
        assertThat(Format.Addressed.of("street-lamp.v2"))
                .isEqualTo(new Format.Addressed("street-lamp.v2", Optional.empty()));
    }
}
