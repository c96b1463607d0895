package org.huying.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.huying.problem.Language;
import org.junit.jupiter.api.Test;

class OtherNoticesTest {

    @Test
    void tasksPowersAndVisitsAreToldOfInBothLanguages() {
        var wording = new Wording();
        var templates =
                Stream.of(
                                TaskNotices.TEMPLATES,
                                PowerNotices.TEMPLATES,
                                List.copyOf(BookingNotices.TEMPLATES.values()),
                                List.copyOf(MusterNotices.TEMPLATES.values()))
                        .flatMap(List::stream)
                        .toList();
        assertThat(templates).hasSize(20).doesNotHaveDuplicates();
        for (var template : templates) {
            for (var language : Language.values()) {
                var words = wording.of(template, language, "", "每周|走访", "城管");
                assertThat(words.headline()).isNotBlank().doesNotContain("{", "|");
                assertThat(words.text()).contains("每周|走访").doesNotContain("{");
            }
        }
    }
}
