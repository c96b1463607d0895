package org.huying.matter.loop;

import java.util.Optional;

/// What a matter is about after a command, and what its report carries.
final class Subjects {

    private Subjects() {}

    static Matter.Subject after(Matter.Subject before, Command command) {
        if (command instanceof Command.Classify(var item, var itemClass)) {
            return new Matter.Subject(
                    Optional.of(item), Optional.of(itemClass), before.area(), before.point());
        }
        return command instanceof Command.Locate(var area, var point)
                ? new Matter.Subject(before.item(), before.itemClass(), area, point)
                : before;
    }

    static Report after(Report before, Command command) {
        return command instanceof Command.Fill fill ? before.carrying(fill.carried()) : before;
    }
}
