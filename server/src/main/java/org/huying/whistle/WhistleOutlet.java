package org.huying.whistle;

import java.util.List;
import java.util.Optional;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.org.Organisations;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.Words;
import org.huying.whistle.WhistleLists.Place;
import org.springframework.stereotype.Component;

/// The whistles of the caller's areas, newest first, as a file.
@Component
class WhistleOutlet implements Outlet {

    private static final int PAGE = 500;

    private final WhistleLists lists;
    private final WhistleViews views;
    private final Organisations organisations;

    WhistleOutlet(WhistleLists lists, WhistleViews views, Organisations organisations) {
        this.lists = lists;
        this.views = views;
        this.organisations = organisations;
    }

    @Override
    public String kind() {
        return "whistles";
    }

    @Override
    public Words name() {
        return new Words("吹哨", "Whistles");
    }

    @Override
    public String permission() {
        return Sight.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of();
    }

    @Override
    public Lines<WhistleLine> open(Asked asked) {
        var scope = Scope.of(asked.caller(), asked.region(), organisations);
        var lines =
                new Paged<WhistleLine, Place>(after -> {
                    var found =
                            lists.within(asked.region(), scope, after.orElse(Place.NEWEST), PAGE);
                    var shown =
                            found.stream().map(it -> views.line(it.whistle(), it.unit())).toList();
                    Optional<Place> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().place());
                    return new Paged.Page<>(shown, next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(
                        language.pick("吹哨", "Whistles"),
                        "whistles",
                        WhistleSheetController.columns(language)),
                lines);
    }
}
