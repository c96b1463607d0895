package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.junit.jupiter.api.Test;

/// Documents of the powers, as a playbook writes them.
class PapersTest {

    @Test
    void aDocumentHasItsTextAndWhoSignsIt() {
        assertThat(load("{department}：{text}").playbook().orElseThrow().powers().papers())
                .containsExactly(
                        Map.entry(
                                "notice",
                                new PowerRules.Paper(
                                        "notice",
                                        new Text("通知", "通知"),
                                        "{department}：{text}",
                                        List.of(new Text("经办人", "经办人")),
                                        true)));
    }

    @Test
    void aBlankThatNothingFillsIsAMistake() {
        assertThat(load("{departement}").findings().all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("unknown-blank");
                    assertThat(it.path()).isEqualTo("powers.papers.notice.text");
                    assertThat(it.suggestion()).contains("department");
                });
    }

    private static Loading.Loaded load(String text) {
        return new Loading(new ShippedFiles(), (_, _) -> Optional.empty())
                .load(new SourceFile("sample.yaml", place(text)));
    }

    private static String place(String text) {
        return """
        playbook: sample
        extends: base
        place: { code: "370999", name: 样本县 }
        powers: { papers: { notice: { name: 通知, text: "%s", signs: [ 经办人 ], template: true } } }
        """
                .formatted(text);
    }
}
