package org.huying.matter;

import java.util.Optional;

/// What a matter is about after a command.
final class Subjects {

    private Subjects() {}

    static Matter.Subject after(Matter.Subject before, Command command) {
        return switch (command) {
            case Command.Classify(var item, var itemClass) ->
                    new Matter.Subject(
                            Optional.of(item),
                            Optional.of(itemClass),
                            before.area(),
                            before.point());
            case Command.Locate(var area, var point) ->
                    new Matter.Subject(before.item(), before.itemClass(), area, point);
            case Command.Accept _,
                    Command.Reject _,
                    Command.Dispatch _,
                    Command.Acknowledge _,
                    Command.Return _,
                    Command.Handle _,
                    Command.Verify _,
                    Command.Rate _,
                    Command.Unreached _,
                    Command.Close _ ->
                    before;
        };
    }
}
