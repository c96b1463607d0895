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

    private static boolean mayBring(Intake intake, String region, Caller caller) {
        return caller.reach(intake.permission()).covers(TerritoryCode.of(region), List.of());
    }

    private static boolean maySee(Outlet outlet, String region, Caller caller) {
        Reach reach = caller.reach(outlet.permission());
        return reach.touches(TerritoryCode.of(region));
    }
}
