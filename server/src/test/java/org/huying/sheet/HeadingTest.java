package org.huying.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingTest {

    private static final Words NOTE = new Words("", "");
    private static final List<Field> FIELDS =
            List.of(
                    Field.of(
                                    Field.Kind.CODE,
                                    "source",
                                    new Words("原系统编号", "Number there"),
                                    64,
                                    NOTE)
                            .must(),
                    Field.text("title", new Words("标题", "Title"), 80, NOTE));

    @Test
    void findsColumnsByKeyOrByNameInEitherLanguage() throws Unfit {
        for (var head : List.of("source", " SOURCE ", "原系统编号*", "Number there", "ｓｏｕｒｃｅ")) {
            var heading = Heading.of(new Row(1, List.of("别的", head, "标题")), FIELDS);
            assertThat(heading.places()).containsEntry("source", 1).containsEntry("title", 2);
            assertThat(heading.unknown()).containsExactly("别的");
            assertThat(heading.read(new Row(2, List.of("x", " Ａ１ ")), FIELDS))
                    .containsEntry("source", "A1")
                    .containsEntry("title", "");
        }
    }

    @Test
    void refusesAHeadingThatLacksOrRepeatsAColumn() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> Heading.of(new Row(1, List.of("标题")), FIELDS))
                .satisfies(it -> assertThat(it.why().zh()).contains("原系统编号"));
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> Heading.of(new Row(1, List.of("source", "原系统编号")), FIELDS))
                .satisfies(it -> assertThat(it.why().en()).contains("twice"));
    }
}
