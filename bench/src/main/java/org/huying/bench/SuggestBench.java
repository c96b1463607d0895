package org.huying.bench;

import de.bwaldvogel.liblinear.SolverType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.huying.cli.Refusal;
import org.huying.suggest.names.Gazetteer;
import org.huying.suggest.names.PlaceName;
import org.huying.suggest.quality.TextTrial;
import org.huying.suggest.quality.TextTrial.Features;
import org.huying.suggest.quality.UnitTrial;
import org.huying.suggest.text.Example;
import org.huying.suggest.text.Grams;
import org.huying.suggest.text.Learner;
import org.huying.suggest.text.TextModel;
import org.huying.territory.TerritoryCode;

/// How good suggestions are on labelled requests in a folder, and how fast names are found and models trained. What is
/// not in the folder is skipped and said so.
final class SuggestBench {
    private static final long SEED = 42;
    private static final long OTHER_SEED = 7;
    private static final double LEARNED = 0.8;
    private static final int NAMES = 5_000;
    private static final int LETTERS = 200;
    private static final int ROUNDS = 9;
    private static final int SCANS = 20_000;
    private static final int FIRST_LETTER = 0x4E00;
    private static final int ALPHABET = 1_200;

    private static final List<Features> FEATURES =
            List.of(new Features(1, 5), new Features(2, 5), new Features(3, 1), new Features(3, 3));
    private static final List<Learner> LEARNERS =
            List.of(
                    new Learner(SolverType.MCSVM_CS, 1, 1, Learner.BEST.sharpness()),
                    new Learner(SolverType.L2R_L2LOSS_SVC_DUAL, 10, 2, 6),
                    new Learner(SolverType.L2R_L2LOSS_SVC_DUAL, 1, 2, 6),
                    new Learner(SolverType.L2R_LR_DUAL, 10, 2, 1));

    private final Talk talk;

    SuggestBench(Talk talk) {
        this.talk = talk;
    }

    Figures run(Path data) {
        var texts = TextTrial.in(data);
        var units = UnitTrial.in(data);
        if (texts.isEmpty() && units.isEmpty()) {
            throw Refusal.usage("这个文件夹里没有带标注的数据，跳过 skipped, no labelled requests in " + data);
        }
        var figures = new Figures().with("bench", "suggest");
        texts.ifPresentOrElse(
                it -> figures.with("texts", texts(it)),
                () -> figures.with("texts", "skipped: no file with title, body, label"));
        units.ifPresentOrElse(
                it -> figures.with("units", units(it)),
                () -> figures.with("units", "skipped: no file of recorded requests with units"));
        return figures.with("names", names()).with("training", training());
    }

    private Figures texts(TextTrial trial) {
        var figures = new Figures().with("requests", trial.size()).with("folds", TextTrial.FOLDS);
        figures.with("chosen", score(trial.run(Features.BEST, Learner.BEST, SEED)));
        figures.with(
                "chosen_other_seed", score(trial.run(Features.BEST, Learner.BEST, OTHER_SEED)));
        for (var features : FEATURES) {
            talk.say("texts: %s", features);
            figures.with(
                    "grams_1_%d_title_%d".formatted(features.longest(), features.titleWeight()),
                    score(trial.run(features, Learner.BEST, SEED)));
        }
        for (var learner : LEARNERS) {
            talk.say("texts: %s", learner);
            figures.with(
                    "%s_c%.0f_df%d"
                            .formatted(learner.solver(), learner.c(), learner.common())
                            .toLowerCase(Locale.ROOT),
                    score(trial.run(Features.BEST, learner, SEED)));
        }
        return figures;
    }

    private static Figures score(TextTrial.Score score) {
        return new Figures()
                .with("macro_f1", score.macroF1())
                .with("accuracy", score.accuracy())
                .with("top3", score.top3())
                .with("mean_confidence", score.confidence());
    }

    private Figures units(UnitTrial trial) {
        var figures = new Figures().with("requests", trial.size()).with("learned_share", LEARNED);
        for (var way : UnitTrial.Way.values()) {
            talk.say("units: %s", way);
            var split = trial.split(way, LEARNED);
            var months = new Figures();
            trial.rolling(way)
                    .forEach((month, score) -> months.with(month.toString(), score(score)));
            figures.with(
                    way.name().toLowerCase(Locale.ROOT), score(split).with("by_month", months));
        }
        return figures;
    }

    private static Figures score(UnitTrial.Score score) {
        return new Figures()
                .with("asked", score.asked())
                .with("top1", score.top1())
                .with("top3", score.top3());
    }

    /// Finding and judging the names in a text of 200 letters that names a street and a community.
    private Figures names() {
        talk.say("names: %d", NAMES);
        var random = new SplittableRandom(SEED);
        var county = TerritoryCode.of("990101");
        var places = new ArrayList<PlaceName>();
        for (int i = 0; i < NAMES; i++) {
            var street = "%03d".formatted(i / 250 + 1);
            var code = i % 250 == 0 ? street : street + "%03d".formatted(i % 250);
            places.add(
                    new PlaceName(
                            TerritoryCode.of(county.value() + code),
                            word(random, 2 + i % 3) + (i % 250 == 0 ? "街道" : "社区")));
        }
        long begin = System.nanoTime();
        var gazetteer = Gazetteer.of(county, places);
        double built = (System.nanoTime() - begin) / 1e6;
        var text =
                word(random, 90)
                        + places.get(250).name()
                        + places.get(251).name()
                        + word(random, LETTERS);
        var said = text.substring(0, LETTERS);
        var micros = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long from = System.nanoTime();
            for (int i = 0; i < SCANS; i++) {
                gazetteer.find(said);
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - from) / 1e3 / SCANS;
            }
        }
        Arrays.sort(micros);
        return new Figures()
                .with("names", NAMES)
                .with("letters", LETTERS)
                .with("build_ms", built)
                .with("us_per_text", micros[ROUNDS / 2]);
    }

    /// A big catalogue, all examples filled.
    private Figures training() {
        int items = 300;
        int each = 16;
        talk.say("training: %d items", items);
        var random = new SplittableRandom(SEED);
        var examples = new ArrayList<Example>();
        for (int item = 0; item < items; item++) {
            var own = word(random, 12);
            for (int i = 0; i < each; i++) {
                int at = random.nextInt(8);
                examples.add(
                        new Example(
                                "item-" + item,
                                Grams.of(
                                        own.substring(at, at + 4),
                                        word(random, 60) + own.substring(at))));
            }
        }
        long begin = System.nanoTime();
        var model = TextModel.train(examples, Learner.BEST);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long from = System.nanoTime();
        examples.stream().limit(200).forEach(it -> model.rank(it.grams()));
        return new Figures()
                .with("items", items)
                .with("examples", examples.size())
                .with("seconds", seconds)
                .with("us_per_answer", (System.nanoTime() - from) / 1e3 / 200);
    }

    private static String word(SplittableRandom random, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) (FIRST_LETTER + random.nextInt(ALPHABET)));
        }
        return word.toString();
    }
}
