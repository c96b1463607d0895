package org.huying.suggest.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A linear classifier of texts by item, over weighted runs of letters. Immutable; the same examples in the same order
/// give the same model.
public final class TextModel {

    private static final double TOLERANCE = 0.1;
    private static final int SEED = 1;

    /// One possible item.
    ///
    /// @param confidence 0 to 1; all items together make 1
    public record Guess(String item, double confidence) {}

    static {
        Linear.disableDebugOutput();
    }

    private final List<String> items;
    private final Map<Integer, Integer> index;
    private final double[] rarity;
    private final double sharpness;
    private final @Nullable Model model;

    private TextModel(
            List<String> items,
            Map<Integer, Integer> index,
            double[] rarity,
            double sharpness,
            @Nullable Model model) {
        this.items = items;
        this.index = index;
        this.rarity = rarity;
        this.sharpness = sharpness;
        this.model = model;
    }

    public static TextModel train(List<Example> examples, Learner learner) {
        var items = examples.stream().map(Example::item).distinct().sorted().toList();
        var texts = new HashMap<Integer, Integer>();
        examples.forEach(it ->
                IntStream.of(it.grams().ids()).forEach(id -> texts.merge(id, 1, Integer::sum)));
        var index = new HashMap<Integer, Integer>();
        texts.keySet().stream()
                .filter(id -> texts.getOrDefault(id, 0) >= learner.common())
                .sorted()
                .forEach(id -> index.put(id, index.size()));
        var rarity = new double[index.size()];
        index.forEach((id, at) ->
                rarity[at] = Math.log((1.0 + examples.size()) / (1 + texts.getOrDefault(id, 0))));
        if (items.size() < 2 || index.isEmpty()) {
            return new TextModel(items, index, rarity, learner.sharpness(), null);
        }
        var untrained = new TextModel(items, index, rarity, learner.sharpness(), null);
        var trained = untrained.fit(examples, learner);
        return new TextModel(items, index, rarity, learner.sharpness(), trained);
    }

    private Model fit(List<Example> examples, Learner learner) {
        var numbers = new HashMap<String, Integer>();
        items.forEach(item -> numbers.put(item, numbers.size()));
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = index.size();
        problem.x = examples.stream().map(it -> features(it.grams())).toArray(Feature[][]::new);
        problem.y = examples.stream().mapToDouble(it -> number(numbers, it.item())).toArray();
        var parameter = new Parameter(learner.solver(), learner.c(), TOLERANCE);
        parameter.setRandom(new Random(SEED));
        return Linear.train(problem, parameter);
    }

    private static int number(Map<String, Integer> numbers, String item) {
        return numbers.getOrDefault(item, 0);
    }

    public List<String> items() {
        return items;
    }

    /// All items, the most likely first; empty when nothing in the text is known.
    public List<Guess> rank(Grams grams) {
        var known = model;
        var features = features(grams);
        if (known == null || features.length == 0) {
            return List.of();
        }
        var values = new double[items.size()];
        predict(known, features, values);
        double best = max(values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(sharpness * (values[i] - best));
            sum += values[i];
        }
        var guesses = new ArrayList<Guess>(values.length);
        for (int i = 0; i < values.length; i++) {
            guesses.add(new Guess(items.get(i), values[i] / sum));
        }
        guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed());
        return guesses;
    }

    /// The longest words of a text that speak most for an item, at most `most`, none within another.
    public List<String> words(String item, String title, String text, int most) {
        var known = model;
        int number = items.indexOf(item);
        if (known == null || number < 0) {
            return List.of();
        }
        var weights = weights(known, number);
        var scored = new HashMap<String, Double>();
        for (var letters : List.of(Grams.letters(title), Grams.letters(text))) {
            for (int length = 2; length <= Grams.LONGEST; length++) {
                for (int from = 0; from + length <= letters.length(); from++) {
                    var word = letters.substring(from, from + length);
                    var at = index.get(Grams.id(word));
                    if (at != null && word.indexOf(' ') < 0 && weights[at] > 0) {
                        scored.put(word, weights[at] * rarity[at] * length);
                    }
                }
            }
        }
        var chosen = new ArrayList<String>();
        scored.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .forEach(word -> {
                    if (chosen.size() < most
                            && chosen.stream().noneMatch(it -> overlaps(it, word))) {
                        chosen.add(word);
                    }
                });
        return chosen;
    }

    /// The library knows two classes by one value, positive for the first.
    private static void predict(Model model, Feature[] features, double[] values) {
        var raw = new double[model.getNrClass()];
        Linear.predictValues(model, features, raw);
        var labels = model.getLabels();
        for (int i = 0; i < labels.length; i++) {
            boolean mirrored = i == 1 && raw[1] == 0 && labels.length == 2;
            values[labels[i]] = mirrored ? -raw[0] : raw[i];
        }
    }

    private double[] weights(Model model, int number) {
        var labels = model.getLabels();
        int columns = model.getFeatureWeights().length / index.size();
        int at =
                IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == number)
                        .findFirst()
                        .orElse(0);
        var all = model.getFeatureWeights();
        var own = new double[index.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = columns == 1 ? (at == 0 ? all[i] : -all[i]) : all[i * columns + at];
        }
        return own;
    }

    private Feature[] features(Grams grams) {
        var features = new ArrayList<Feature>(grams.ids().length);
        double square = 0;
        for (int i = 0; i < grams.ids().length; i++) {
            var at = index.get(grams.ids()[i]);
            if (at != null && rarity[at] > 0) {
                double value = (1 + Math.log(grams.counts()[i])) * rarity[at];
                square += value * value;
                features.add(new FeatureNode(at + 1, value));
            }
        }
        double norm = Math.sqrt(square);
        features.forEach(it -> it.setValue(it.getValue() / norm));
        features.sort(Comparator.comparingInt(Feature::getIndex));
        return features.toArray(Feature[]::new);
    }

    private static boolean overlaps(String one, String other) {
        return one.contains(other)
                || other.contains(one)
                || one.endsWith(other.substring(0, 1))
                || one.startsWith(other.substring(other.length() - 1));
    }

    private static double max(double[] values) {
        double best = values[0];
        for (double value : values) {
            best = Math.max(best, value);
        }
        return best;
    }
}
