package org.huying.insight.web;

import static org.huying.sheet.ExcelSheet.time;

import java.util.List;
import java.util.Optional;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.insight.burst.Bursts;
import org.huying.insight.sql.Place;
import org.huying.insight.web.BurstPage.BurstView;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The alerts of bursts of the caller's areas, newest first, as a file.
@Component
class BurstOutlet implements Outlet {

    private static final int PAGE = 500;

    private final Bursts bursts;
    private final BurstController views;

    BurstOutlet(Bursts bursts, BurstController views) {
        this.bursts = bursts;
        this.views = views;
    }

    @Override
    public String kind() {
        return "bursts";
    }

    @Override
    public Words name() {
        return new Words("集中爆发预警", "Alerts of bursts");
    }

    @Override
    public String permission() {
        return BurstController.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                Filter.oneOf(
                        "state",
                        new Words("状态", "State"),
                        List.of("OPEN", "ACKNOWLEDGED", "CLOSED"),
                        it -> it,
                        BurstOutlet::state));
    }

    @Override
    public Lines<BurstView> open(Asked asked) {
        var language = asked.language();
        var cuts = Visible.cuts(asked.caller(), BurstController.READ, asked.region());
        var lines =
                new Paged<BurstView, Place>(after -> {
                    var place = after.orElse(Place.NEWEST);
                    var found =
                            bursts.page(asked.region(), cuts, asked.value("state"), place, PAGE);
                    Optional<Place> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(place(found.getLast()));
                    var shown = found.stream().map(it -> views.view(it, language)).toList();
                    return new Paged.Page<>(shown, next);
                });
        return new Lines<>(
                new ExcelSheet<>(language.pick("集中爆发预警", "Bursts"), "bursts", columns(language)),
                lines);
    }

    private static Place place(Bursts.Alert last) {
        return new Place(last.firstAt(), last.id(), 0);
    }

    private static List<Column<BurstView>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("事项", "Item"), 24, BurstView::itemName),
                new Column<>(language.pick("地方", "Place"), 34, BurstView::areaName),
                new Column<>(language.pick("件数", "Reports"), 8, it -> "" + it.count()),
                new Column<>(language.pick("从", "From"), 18, it -> time(it.from())),
                new Column<>(language.pick("到", "To"), 18, it -> time(it.to())),
                new Column<>(language.pick("状态", "State"), 12, it -> state(it.state(), language)),
                new Column<>(language.pick("最近一件", "Latest"), 18, it -> time(it.lastAt())),
                new Column<>(
                        language.pick("怎么处理的", "What was done"),
                        40,
                        it -> ExcelSheet.text(it.note())));
    }

    private static String state(String state, Language language) {
        return switch (state) {
            case "OPEN" -> language.pick("没人看过", "Open");
            case "ACKNOWLEDGED" -> language.pick("有人在看", "Acknowledged");
            default -> language.pick("了结", "Closed");
        };
    }
}
