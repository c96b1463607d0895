package org.huying.suggest.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huying.suggest.text.Example;
import org.huying.suggest.text.Grams;
import org.huying.suggest.text.Learner;
import org.huying.suggest.text.TextModel;

/// Cross-validation of the text model: ten folds, each label spread evenly over them, with a fixed seed.
public final class TextTrial {

    public static final int FOLDS = 10;

    /// What the texts are turned into.
    ///
    /// @param longest runs of one to so many letters
    /// @param titleWeight how often a run of the title counts
    public record Features(int longest, int titleWeight) {
        public static final Features BEST = new Features(3, 5);
    }

    /// The result over all folds.
    ///
    /// @param macroF1 the mean of the labels' F1
    /// @param top3 how often the right label is among the first three
    /// @param confidence the mean confidence of the first label; well fitted when near `accuracy`
    public record Score(double macroF1, double accuracy, double top3, double confidence) {}

    private record Text(String title, String body, String label) {}

    private record Answer(String label, List<TextModel.Guess> guesses) {
        String first() {
            return guesses.isEmpty() ? "" : guesses.getFirst().item();
        }

        boolean among(int most) {
            return guesses.stream().limit(most).anyMatch(it -> it.item().equals(label));
        }
    }

    private final List<Text> texts;

    private TextTrial(List<Text> texts) {
        this.texts = texts;
    }

    /// On the file of the folder that has the columns `title`, `body` and `label`; empty without one.
    public static Optional<TextTrial> in(Path folder) {
        return Table.in(folder, Set.of("title", "body", "label"))
                .map(table ->
                        new TextTrial(
                                table.rows().stream()
                                        .map(row ->
                                                new Text(
                                                        row.getOrDefault("title", ""),
                                                        row.getOrDefault("body", ""),
                                                        row.getOrDefault("label", "")))
                                        .toList()));
    }

    public int size() {
        return texts.size();
    }

    public Score run(Features features, Learner learner, long seed) {
        var examples =
                texts.stream()
                        .map(it ->
                                new Example(
                                        it.label(),
                                        Grams.of(
                                                it.title(),
                                                it.body(),
                                                features.longest(),
                                                features.titleWeight())))
                        .toList();
        int[] fold = folds(seed);
        var answers = new ArrayList<Answer>();
        for (int held = 0; held < FOLDS; held++) {
            int out = held;
            var model =
                    TextModel.train(
                            IntStream.range(0, fold.length)
                                    .filter(i -> fold[i] != out)
                                    .mapToObj(examples::get)
                                    .toList(),
                            learner);
            IntStream.range(0, fold.length)
                    .filter(i -> fold[i] == out)
                    .mapToObj(examples::get)
                    .map(it -> new Answer(it.item(), model.rank(it.grams())))
                    .forEach(answers::add);
        }
        return score(answers);
    }

    private int[] folds(long seed) {
        var byLabel = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < texts.size(); i++) {
            byLabel.computeIfAbsent(texts.get(i).label(), _ -> new ArrayList<>()).add(i);
        }
        var random = new Random(seed);
        int[] fold = new int[texts.size()];
        int next = 0;
        for (var ofLabel : byLabel.values()) {
            Collections.shuffle(ofLabel, random);
            for (int i : ofLabel) {
                fold[i] = next++ % FOLDS;
            }
        }
        return fold;
    }

    private static Score score(List<Answer> answers) {
        var labels = new HashSet<String>();
        answers.forEach(it -> labels.add(it.label()));
        double f1 = labels.stream().mapToDouble(label -> f1(answers, label)).average().orElse(0);
        return new Score(
                f1,
                share(answers, 1),
                share(answers, 3),
                answers.stream()
                        .mapToDouble(it ->
                                it.guesses().isEmpty() ? 0 : it.guesses().getFirst().confidence())
                        .average()
                        .orElse(0));
    }

    private static double share(List<Answer> answers, int most) {
        return answers.stream().filter(it -> it.among(most)).count() / (double) answers.size();
    }

    private static double f1(List<Answer> answers, String label) {
        long right =
                answers.stream()
                        .filter(it -> it.label().equals(label) && it.first().equals(label))
                        .count();
        long said = answers.stream().filter(it -> it.first().equals(label)).count();
        long is = answers.stream().filter(it -> it.label().equals(label)).count();
        return said + is == 0 ? 0 : 2.0 * right / (said + is);
    }
}
