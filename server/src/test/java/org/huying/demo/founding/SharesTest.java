package org.huying.demo.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void givesEverybodyOneAndTheRestByWeight() {
        assertThat(Shares.of(10, new double[] {1, 1, 4})).containsExactly(2, 2, 6);
        assertThat(Shares.of(2, new double[] {1, 5, 9})).containsExactly(1, 1, 0);
        assertThat(Shares.of(3, new double[] {0, 0})).containsExactly(2, 1);
    }

    @Test
    void makesGroupsOfAtLeastTwo() {
        var parts = new int[] {43, 35, 16, 3, 2};
        var groups = Shares.pairs(48, parts);
        assertThat(groups).containsExactly(21, 17, 8, 1, 1);
        assertThat(Arrays.stream(Shares.pairs(60, parts)).sum()).isEqualTo(48);
    }

    @Test
    void dealsATotalOutOneByOne() {
        assertThat(Count.total(7).over(3)).containsExactly(3, 2, 2);
        assertThat(Count.each(2).over(3)).containsExactly(2, 2, 2);
    }
}
