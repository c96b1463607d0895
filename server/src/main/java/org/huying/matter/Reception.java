package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.matter.loop.Aside;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Reported;
import org.huying.matter.loop.Owed;
import org.huying.matter.loop.Report;
import org.huying.matter.loop.StageClock;
import org.huying.matter.loop.Standard;
import org.huying.matter.loop.Standing;
import org.huying.matter.loop.Trail;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Chain;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Service;

/// Takes reports in: checks them against the playbook, places them, numbers them, and hands them to the desk. A report
/// that was acknowledged is stored; the same report sent twice is stored once.
@Service
class Reception {

    /// @param repeated the same report had arrived before
    record Received(Matter matter, boolean repeated) {}

    private final Playbooks playbooks;
    private final Territory territory;
    private final Numbers numbers;
    private final Cipher cipher;
    private final MatterDesk desk;
    private final Matters matters;
    private final Rulebook rulebook;
    private final Carrying carrying;
    private final TextingWish texting;

    Reception(
            Playbooks playbooks,
            Territory territory,
            Numbers numbers,
            Cipher cipher,
            MatterDesk desk,
            Matters matters,
            Rulebook rulebook,
            Carrying carrying,
            TextingWish texting) {
        this.playbooks = playbooks;
        this.territory = territory;
        this.numbers = numbers;
        this.cipher = cipher;
        this.desk = desk;
        this.matters = matters;
        this.rulebook = rulebook;
        this.carrying = carrying;
        this.texting = texting;
    }

    Received receive(NewMatter report, Caller caller, Optional<UUID> key) {
        var matter = prepared(report, caller, desk.now());
        try {
            return desk.open(matter, caller, report.attachments(), key, also(report, caller))
                    .map(it -> new Received(it, false))
                    .orElseGet(() -> repeated(stored(report, key), report));
        } catch (MatterDesk.EvidenceMissing e) {
            throw Problem.ATTACHMENT_UNKNOWN.plain();
        }
    }

    /// Without a telephone there is nobody to write to.
    private MatterDesk.Also also(NewMatter report, Caller caller) {
        if (!report.contact().texts() || report.contact().phone().isEmpty()) {
            return MatterDesk.Also.NOTHING;
        }
        return matter -> {
            texting.wanted(
                    matter.id().region(),
                    matter.id().value(),
                    caller.account(),
                    matter.report().at());
            return Optional.empty();
        };
    }

    /// The matter that this report of that time makes, numbered, not stored. Throws `Problem.INVALID` when it does not
    /// fit the playbook.
    Matter prepared(NewMatter report, Caller caller, Instant at) {
        return prepared(report, caller, at, numbers);
    }

    Matter prepared(NewMatter report, Caller caller, Instant at, Numbering numbering) {
        var place = fitting(report, caller, at);
        var number = numbering.next(place.playbook().matter().numberPattern(), report.region(), at);
        return matter(report, caller, place, number, at);
    }

    /// The same without making anything of it; answers where it lies.
    TerritoryCode check(NewMatter report, Caller caller, Instant at) {
        return fitting(report, caller, at).area();
    }

    private record Place(TerritoryCode area, Playbook playbook) {}

    private Place fitting(NewMatter report, Caller caller, Instant at) {
        var area = area(report, at);
        var playbook = playbooks.current(area, at);
        known(report, playbook, at);
        fit(report, playbook, area, caller, at);
        return new Place(area, playbook);
    }

    private Matter stored(NewMatter report, Optional<UUID> key) {
        return key.flatMap(it -> matters.byRequestKey(report.region(), it))
                .orElseThrow(() -> new IllegalStateException("The key was taken a moment ago"));
    }

    private static Received repeated(Matter before, NewMatter report) {
        var said = before.report();
        if (!said.title().equals(report.title())
                || !said.text().equals(report.text())
                || !said.channel().equals(report.channel())) {
            throw Problem.KEY_REUSED.plain();
        }
        return new Received(before, true);
    }

    private Matter matter(
            NewMatter report, Caller caller, Place place, String number, Instant now) {
        var playbook = place.playbook();
        var id = new MatterId(report.region(), Ids.next());
        var item = report.item().flatMap(playbook::item);
        var subject =
                new Matter.Subject(
                        item.map(Item::key),
                        item.map(Item::itemClass),
                        place.area(),
                        report.point());
        var limits = rulebook.limits(playbook, item, subject.area());
        var said = said(report, caller, playbook, number, now);
        var reply = Owed.from(now, Standard.of(playbook, limits.calendar(), item, said));
        return new Matter(
                id,
                1,
                said,
                subject,
                new Standing(new Reported(), born(report).owing(reply)),
                StageClock.start(now, limits),
                now,
                now,
                0,
                Chain.start());
    }

    private static Aside born(NewMatter report) {
        return report.parent()
                .map(parent -> Aside.NOTHING.with(Trail.from(parent)))
                .orElse(Aside.NOTHING);
    }

    private Report said(
            NewMatter report, Caller caller, Playbook playbook, String number, Instant now) {
        return new Report(
                number,
                playbook.key(),
                playbook.version(),
                report.channel(),
                report.demand(),
                report.title(),
                report.text(),
                report.place(),
                caller.account(),
                caller.kind() == Caller.Kind.RESIDENT
                        ? Optional.of(caller.account())
                        : Optional.empty(),
                new Report.Contact(
                        report.contact().name().map(cipher::seal),
                        report.contact().phone().map(cipher::seal),
                        report.contact().phone().map(cipher::blind)),
                report.source(),
                report.hidden(),
                carrying.carried(report, playbook),
                now);
    }

    /// The code that was given, else where the point lies, else the county: an unknown place stays unknown.
    private TerritoryCode area(NewMatter report, Instant now) {
        return report.area()
                .or(() ->
                        report.point()
                                .flatMap(it -> territory.locate(report.region(), it, now))
                                .map(Node::code))
                .orElseGet(() -> TerritoryCode.of(report.region()));
    }

    private void known(NewMatter report, Playbook playbook, Instant now) {
        var rules = playbook.matter();
        var errors = new ArrayList<FieldError>();
        unknown(errors, rules.channels().containsKey(report.channel()), "channel", "渠道", "channel");
        unknown(errors, rules.demands().containsKey(report.demand()), "demand", "诉求类型", "demand");
        unknown(
                errors,
                report.item().map(it -> playbook.item(it).isPresent()).orElse(true),
                "item",
                "事项",
                "item");
        unknown(
                errors,
                report.area().map(it -> places(report.region(), it, now)).orElse(true),
                "area",
                "地方",
                "place");
        if (!errors.isEmpty()) {
            throw Problem.INVALID
                    .with("有几处内容对不上这里的目录", "Some fields do not match this place's catalogue")
                    .and(List.copyOf(errors));
        }
    }

    private void fit(
            NewMatter report, Playbook playbook, TerritoryCode area, Caller by, Instant at) {
        var required = carrying.required(playbook, report.item(), area, at);
        var errors = carrying.errors(report, playbook, required, by);
        if (!errors.isEmpty()) {
            throw Problem.INVALID
                    .with("有几处要填的内容不对或没有填", "Some fields of the form are missing or do not fit")
                    .and(errors);
        }
    }

    boolean places(String region, TerritoryCode code, Instant now) {
        return code.value().startsWith(region) && territory.node(code, now).isPresent();
    }

    private static void unknown(
            List<FieldError> errors, boolean known, String path, String zh, String en) {
        if (!known) {
            errors.add(new FieldError(path, "unknown", "没有这个" + zh, "There is no such " + en));
        }
    }
}
