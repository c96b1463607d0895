package org.huying.mediation;

import static org.huying.sheet.ExcelSheet.time;

import java.util.List;
import java.util.Optional;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.mediation.AgreementListController.AgreementLine;
import org.huying.mediation.AgreementLists.Place;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The agreements of the matters within the caller's reach, the last written first, as a file. The parties stand in none.
@Component
class AgreementOutlet implements Outlet {

    private static final int PAGE = 500;

    private final AgreementLists lists;
    private final AgreementListController lines;

    AgreementOutlet(AgreementLists lists, AgreementListController lines) {
        this.lists = lists;
        this.lines = lines;
    }

    @Override
    public String kind() {
        return "mediations";
    }

    @Override
    public Words name() {
        return new Words("调解协议", "Agreements of mediation");
    }

    @Override
    public String permission() {
        return MediationDesk.WRITE;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of();
    }

    @Override
    public Lines<AgreementLine> open(Asked asked) {
        var paged =
                new Paged<AgreementLine, Place>(before -> {
                    var found = lists.before(asked.region(), before.orElse(Place.NEWEST), PAGE);
                    Optional<Place> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Place(
                                                    found.getLast().at(),
                                                    found.getLast().matter()));
                    return new Paged.Page<>(
                            lines.seen(asked.region(), found, asked.caller()), next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(
                        language.pick("调解协议", "Agreements"), "mediations", columns(language)),
                paged);
    }

    private static List<Column<AgreementLine>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("编号", "Number"), 20, AgreementLine::number),
                new Column<>(language.pick("事情", "Matter"), 36, AgreementLine::title),
                new Column<>(language.pick("在哪里", "Place"), 30, AgreementLine::place),
                new Column<>(language.pick("哪天", "Held on"), 12, it -> it.heldOn().toString()),
                new Column<>(language.pick("调解员", "Mediators"), 24, AgreementLine::mediators),
                new Column<>(
                        language.pick("签了几个", "Signed"),
                        10,
                        it -> it.signed() + "/" + it.signers()),
                new Column<>(
                        language.pick("都签了", "Complete"),
                        10,
                        it -> it.complete() ? language.pick("是", "yes") : ""),
                new Column<>(language.pick("谁写的", "Written by"), 16, AgreementLine::writtenBy),
                new Column<>(language.pick("写于", "Written"), 18, it -> time(it.writtenAt())));
    }
}
