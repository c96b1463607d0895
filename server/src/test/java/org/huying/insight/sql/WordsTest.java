package org.huying.insight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void normalTextIsHalfWidthLowerCaseLettersAndDigits() {
        assertThat(Words.normal("  ３号楼ＡＢＣ，Lamp-7坏了！！ ")).isEqualTo("3号楼abc lamp 7坏了");
        assertThat(Words.normal(Words.normal("①ﬁ『路灯』"))).isEqualTo(Words.normal("①ﬁ『路灯』"));
    }

    @Test
    void pairsDoNotGoAcrossASpace() {
        assertThat(Words.grams("路灯坏 了吧")).containsExactly("路灯", "灯坏", "了吧");
        assertThat(Words.grams("a𠮷b")).containsExactly("a𠮷", "𠮷b");
        assertThat(Words.grams("灯")).isEmpty();
    }

    @Test
    void aSearchNeedsAWordOfTwoCharacters() {
        assertThat(Terms.of("灯")).isEmpty();
        assertThat(Terms.of(" ，。 ")).isEmpty();
        assertThat(Terms.of("路灯 坏").orElseThrow().words()).containsExactly("路灯", "坏");
        assertThat(Terms.of("%路灯'坏了_").orElseThrow().patterns()).containsExactly("%路灯%", "%坏了%");
    }

    @Test
    void quotesNeverReachTheQuery() {
        assertThat(Terms.of("路灯' | '坏了").orElseThrow().query()).isEqualTo("'路灯' & '坏了'");
    }
}
