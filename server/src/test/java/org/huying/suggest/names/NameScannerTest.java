package org.huying.suggest.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.huying.suggest.names.NameScanner.Hit;
import org.junit.jupiter.api.Test;

class NameScannerTest {

    @Test
    void findsOverlappingAndNestedNames() {
        var scanner = NameScanner.of(List.of("荆河", "荆河街道", "河街", "街道办"));
        assertThat(scanner.all("在荆河街道办"))
                .containsExactlyInAnyOrder(
                        new Hit(0, 1, 3), new Hit(2, 2, 4), new Hit(1, 1, 5), new Hit(3, 3, 6));
        assertThat(scanner.longest("在荆河街道办")).containsExactly(new Hit(1, 1, 5));
    }

    @Test
    void fallsBackToTheEndOfWhatItHasRead() {
        var scanner = NameScanner.of(List.of("上上下", "上下"));
        assertThat(scanner.all("上上上下"))
                .containsExactlyInAnyOrder(new Hit(0, 1, 4), new Hit(1, 2, 4));
    }

    @Test
    void passesOverEmptyAndRepeatedNames() {
        var scanner = NameScanner.of(List.of("", "甲", "甲"));
        assertThat(scanner.all("甲乙甲")).containsExactly(new Hit(1, 0, 1), new Hit(1, 2, 3));
        assertThat(NameScanner.of(List.of()).all("甲")).isEmpty();
    }

    @Property(tries = 300)
    void findsExactlyWhatASearchForEachNameFinds(
            @ForAll @Size(max = 12)
                    List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String>
                            names,
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String text) {
        var distinct = names.stream().distinct().toList();
        var expected = new java.util.ArrayList<Hit>();
        for (int name = 0; name < distinct.size(); name++) {
            var word = distinct.get(name);
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                expected.add(new Hit(name, at, at + word.length()));
            }
        }
        assertThat(NameScanner.of(distinct).all(text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
