package org.huying.muster;

import static org.huying.sheet.ExcelSheet.time;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.muster.MusterViews.MusterLine;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The musters that the caller may see, newest first, as a file.
@Component
class MusterOutlet implements Outlet {

    private static final int PAGE = 500;

    private final Musters musters;
    private final MusterViews views;

    MusterOutlet(Musters musters, MusterViews views) {
        this.musters = musters;
        this.views = views;
    }

    @Override
    public String kind() {
        return "musters";
    }

    @Override
    public Words name() {
        return new Words("集结", "Musters");
    }

    @Override
    public String permission() {
        return MusterScope.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of();
    }

    @Override
    public Lines<MusterLine> open(Asked asked) {
        var areas = MusterScope.areas(asked.caller(), asked.region());
        var lines =
                new Paged<MusterLine, UUID>(before -> {
                    var found =
                            musters.list(
                                    asked.region(),
                                    areas,
                                    asked.caller().account(),
                                    before.orElse(MusterController.NEWEST),
                                    PAGE);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    return new Paged.Page<>(found.stream().map(views::line).toList(), next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(language.pick("集结", "Musters"), "musters", columns(language)),
                lines);
    }

    private static List<Column<MusterLine>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("队伍", "Teams"), 24, MusterLine::name),
                new Column<>(
                        language.pick("范围", "Area"), 34, it -> String.join("", it.areaNames())),
                new Column<>(language.pick("到哪里", "Where to"), 30, MusterLine::place),
                new Column<>(language.pick("交代", "Words"), 40, MusterLine::words),
                new Column<>(language.pick("什么时候叫的", "Called"), 18, it -> time(it.called())),
                new Column<>(language.pick("答复到", "Answers until"), 18, it -> time(it.answerBy())),
                new Column<>(language.pick("结束", "Ended"), 18, it -> time(it.ended())));
    }
}
