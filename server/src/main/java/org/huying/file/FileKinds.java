package org.huying.file;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The lists that can be brought in and taken away, and who may.
@Component
class FileKinds {

    private final List<Intake> intakes;
    private final List<Outlet> outlets;

    FileKinds(List<Intake> intakes, List<Outlet> outlets) {
        this.intakes = intakes.stream().sorted(Comparator.comparing(Intake::kind)).toList();
        this.outlets = outlets.stream().sorted(Comparator.comparing(Outlet::kind)).toList();
    }

    /// Those that the caller may bring into the county.
    List<Intake> intakes(String region, Caller caller) {
        return intakes.stream().filter(it -> mayBring(it, region, caller)).toList();
    }

    /// Those of which the caller sees something in the county.
    List<Outlet> outlets(String region, Caller caller) {
        return outlets.stream().filter(it -> maySee(it, region, caller)).toList();
    }

    /// Throws `Problem.NOT_FOUND` where there is no such list, and `Problem.FORBIDDEN` where the caller may not bring it.
    Intake intake(String kind, String region, Caller caller) {
        var intake = intake(kind).orElseThrow(Problem.NOT_FOUND::plain);
        if (!mayBring(intake, region, caller)) {
            throw Problem.FORBIDDEN.plain();
        }
        return intake;
    }

    Optional<Intake> intake(String kind) {
        return intakes.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    /// Throws `Problem.NOT_FOUND` where there is no such list, and `Problem.FORBIDDEN` where the caller sees nothing of it.
    Outlet outlet(String kind, String region, Caller caller) {
        var outlet =
                outlets.stream()
                        .filter(it -> it.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(Problem.NOT_FOUND::plain);
        if (!maySee(outlet, region, caller)) {
            throw Problem.FORBIDDEN.plain();
        }
        return outlet;
    }

    /// Whether they may bring in any row of it: which, is asked of each.
    static boolean mayBring(Intake intake, String region, Caller caller) {
        var reach = caller.reach(intake.permission());
        var county = TerritoryCode.of(region);
        return intake.whole() ? reach.covers(county, List.of()) : reach.touches(county);
    }

    /// Whether the caller may have names and numbers of people in plain in it, somewhere in the county.
    static boolean mayUnmask(Outlet outlet, String region, Caller caller) {
        return outlet.personal()
                .filter(it -> caller.reach(it).touches(TerritoryCode.of(region)))
                .isPresent();
    }

    private static boolean maySee(Outlet outlet, String region, Caller caller) {
        Reach reach = caller.reach(outlet.permission());
        var county = TerritoryCode.of(region);
        return outlet.whole() ? reach.covers(county, List.of()) : reach.touches(county);
    }
}
