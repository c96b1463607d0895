package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What somebody asks to be done to a matter that exists.
public sealed interface Command {

    record Accept() implements Command {}

    /// Not taken on; `reason` is a key of the playbook's rejection reasons.
    record Reject(String reason, String note) implements Command {}

    record Classify(String item, String itemClass) implements Command {}

    record Locate(TerritoryCode area, Optional<GeoPoint> point) implements Command {}

    /// Given to a unit; `why` is the rule that chose it, or the words of the dispatcher.
    record Dispatch(UUID unit, Optional<UUID> person, String why) implements Command {}

    record Acknowledge() implements Command {}

    record Return(String reason) implements Command {}

    record Handle(String outcome, List<Evidence> evidence) implements Command {}

    record Verify(boolean passed, String note, List<Evidence> evidence) implements Command {}

    /// The resident's word; `answer` is a key of the playbook's rating answers.
    record Rate(String answer, String comment) implements Command {}

    /// The resident was asked and could not be reached.
    record Unreached(String note) implements Command {}

    record Close(String note) implements Command {}

    /// A picture or paper that proves something; `kind` is a key of the item's evidence list.
    record Evidence(String kind, UUID attachment) {}

    default Act act() {
        return switch (this) {
            case Accept _ -> Act.ACCEPT;
            case Reject _ -> Act.REJECT;
            case Classify _ -> Act.CLASSIFY;
            case Locate _ -> Act.LOCATE;
            case Dispatch _ -> Act.DISPATCH;
            case Acknowledge _ -> Act.ACKNOWLEDGE;
            case Return _ -> Act.RETURN;
            case Handle _ -> Act.HANDLE;
            case Verify _ -> Act.VERIFY;
            case Rate _ -> Act.RATE;
            case Unreached _ -> Act.UNREACHED;
            case Close _ -> Act.CLOSE;
        };
    }

    default List<Evidence> proof() {
        return switch (this) {
            case Handle(_, var evidence) -> evidence;
            case Verify(_, _, var evidence) -> evidence;
            case Accept _,
                    Reject _,
                    Classify _,
                    Locate _,
                    Dispatch _,
                    Acknowledge _,
                    Return _,
                    Rate _,
                    Unreached _,
                    Close _ ->
                    List.of();
        };
    }
}
