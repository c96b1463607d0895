package org.huying.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void tellsMoreThanAHundredAndTwentyDifferentThings() {
        var stories = Story.all();
        assertThat(stories.stream().map(Story::text).distinct().count())
                .isGreaterThanOrEqualTo(120);
        assertThat(stories)
                .allSatisfy(it -> {
                    assertThat(it.item()).matches("[a-z-]+");
                    assertThat(it.title()).hasSizeBetween(4, 20);
                    assertThat(it.text()).hasSizeBetween(14, 120);
                });
    }

    @Test
    void namesNobodyAndShoutsAtNobody() {
        var all = Story.all().stream().map(Story::text).collect(Collectors.joining());
        assertThat(all).doesNotContainPattern("[！!]|\\d{11}|先生|女士");
    }

    @Test
    void putsAHomeWhereThePlaceStands() {
        assertThat(Story.all()).allSatisfy(it -> assertThat(it.at("和风里 3 号楼")).doesNotContain("{"));
    }
}
