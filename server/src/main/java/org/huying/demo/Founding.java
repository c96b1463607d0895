package org.huying.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.cli.Refusal;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Founder;
import org.huying.demo.founding.Size;
import org.huying.front.Guide;
import org.huying.front.Place;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Founds the town of a demo once, and finds it again afterwards. The staff come last and together: what was cut off
/// before is done again by the next start.
@Component
class Founding {

    static final String SIMULATOR = "moni";
    static final String HANDS = "moni-banli";

    private final Founder founder;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Playbooks playbooks;
    private final Place place;
    private final Clock clock;

    Founding(
            Founder founder,
            Organisations organisations,
            Accounts accounts,
            Playbooks playbooks,
            Place place,
            Clock clock) {
        this.founder = founder;
        this.organisations = organisations;
        this.accounts = accounts;
        this.playbooks = playbooks;
        this.place = place;
        this.clock = clock;
    }

    /// A town that stands: the one county, or the first county of a city.
    ///
    /// @param told what happened before the demo began has been told
    record Town(String region, List<Cell> cells, boolean told) {}

    /// A county is founded by the playbook that serves it. A town or a city must have one of its own: any other
    /// place is refused.
    Town found(TerritoryCode area) {
        var playbook = playbooks.current(area, clock.instant());
        if (area.level() != Level.COUNTY && !playbook.place().equals(area)) {
            throw Refusal.usage(
                    area + " 不是县级代码，也没有自己的工作法 is no county and has no playbook of its own");
        }
        var size = Size.of(playbook, area);
        var region = founder.counties(size).getFirst().value();
        var cells =
                accounts.byLogin(region, Guests.MARK).isEmpty()
                        ? settle(size)
                        : founder.survey(size).getFirst();
        place.tell(region, new Guide(Guests.PASSWORD, Guests.told(cells)));
        return new Town(region, cells, accounts.byLogin(region, SIMULATOR).isPresent());
    }

    private List<Cell> settle(Size size) {
        System.out.print("  生成网格、机构、责任清单、岗位和人员 grids, bodies, duties, posts and staff …\n");
        var county = founder.found(size, Founding::report).getFirst();
        accounts.createAll(
                Guests.accounts(
                        county.cells(),
                        it -> organisations.byKey(county.region(), it).orElseThrow().id()));
        return county.cells();
    }

    private static void report(Founder.County county) {
        System.out.printf(
                "  %s %s：%,d 个网格和区划 places，%,d 个机构 bodies，%,d 人 people%n",
                county.region(),
                county.cells().getFirst().name(),
                county.cells().size(),
                county.settled().bodies(),
                county.settled().people());
    }

    /// A token of a machine (`SIMULATOR` or `HANDS`) that sets the clock for what happened before the demo began.
    String token(String region, String machine) {
        var account =
                accounts.byLogin(region, machine)
                        .orElseGet(() -> accounts.create(machine(region, machine)));
        return accounts.issueToken(account, region, machine, Optional.empty());
    }

    private static NewAccount machine(String region, String login) {
        return new NewAccount(
                region,
                login,
                "演示模拟",
                Caller.Kind.MACHINE,
                Optional.empty(),
                false,
                List.of(NewGrant.of("simulator", TerritoryCode.of(region))));
    }
}
