package org.huying.suggest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextModelTest {

    private static final List<Example> TAUGHT =
            List.of(
                    example("lamp", "路灯不亮", "路口的路灯坏了"),
                    example("lamp", "路灯", "晚上路灯不亮，很黑"),
                    example("waste", "垃圾", "门口垃圾没人清运"),
                    example("waste", "垃圾成堆", "垃圾桶满了"),
                    example("noise", "噪声", "夜里施工太吵"));

    private final TextModel model = TextModel.train(TAUGHT, Learner.BEST);

    @Test
    void findsTheItemWhoseWordsAreUsed() {
        var guesses = model.rank(Grams.of("", "小区的路灯又不亮了"));
        assertThat(guesses).extracting(TextModel.Guess::item).first().isEqualTo("lamp");
        assertThat(guesses.stream().mapToDouble(TextModel.Guess::confidence).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void namesTheWordsThatSpeakForIt() {
        assertThat(model.words("waste", "", "楼下垃圾没有人管", 2)).first().asString().contains("垃圾");
        assertThat(model.words("waste", "", "施工", 2)).isEmpty();
    }

    @Test
    void tellsTwoItemsApart() {
        var two = TextModel.train(TAUGHT.subList(0, 4), Learner.BEST);
        assertThat(two.rank(Grams.of("", "路灯")).getFirst().item()).isEqualTo("lamp");
        assertThat(two.rank(Grams.of("", "垃圾")).getFirst().item()).isEqualTo("waste");
        assertThat(two.words("waste", "", "垃圾", 1)).containsExactly("垃圾");
        assertThat(two.words("lamp", "", "垃圾", 1)).isEmpty();
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(model.rank(Grams.of("", "xyz"))).isEmpty();
        assertThat(TextModel.train(List.of(), Learner.BEST).rank(Grams.of("", "路灯"))).isEmpty();
    }

    private static Example example(String item, String title, String text) {
        return new Example(item, Grams.of(title, text));
    }
}
