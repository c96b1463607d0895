package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;

/// What comes from above: instructions, supervision, marks.
final class FromAbove {

    private FromAbove() {}

    static Decision decide(
            Standing at, Command.Above command, Standard standard, Circumstances now) {
        var marks = at.aside().marks();
        return switch (command) {
            case Command.Instruct(var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : new Moved(at.state(), at.aside());
            case Command.Supervise supervise -> supervise(at, supervise, standard, now);
            case Command.Lift _ ->
                    marks.supervision().isEmpty()
                            ? new Refused(Refusal.NOT_SUPERVISED)
                            : marked(at, marks.supervised(Optional.empty()));
            case Command.Mark(var key, var urgency) -> marked(at, marks.key(key).urgency(urgency));
        };
    }

    private static Decision supervise(
            Standing at, Command.Supervise command, Standard standard, Circumstances now) {
        var until = command.until();
        if (command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (until.filter(it -> !it.isAfter(now.now())).isPresent()) {
            return new Refused(Refusal.DATE_IN_PAST);
        }
        var pressed =
                new Supervision(
                        command.kind(),
                        now.now(),
                        until,
                        until.flatMap(it -> standard.amber(now.now(), it)),
                        Optional.of(now.actor()));
        return marked(at, at.aside().marks().supervised(Optional.of(pressed)));
    }

    private static Decision marked(Standing at, Marks marks) {
        return new Moved(at.state(), at.aside().with(marks));
    }
}
