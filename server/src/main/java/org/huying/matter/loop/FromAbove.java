package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;

/// What comes from above: instructions, supervision, marks.
final class FromAbove {

    private FromAbove() {}

    static Decision decide(Standing at, Command.Above command, Circumstances now) {
        var marks = at.aside().marks();
        return switch (command) {
            case Command.Instruct(var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : new Moved(at.state(), at.aside());
            case Command.Supervise(var kind, var until, var words) -> {
                if (words.isBlank()) {
                    yield new Refused(Refusal.WORDS_MISSING);
                }
                yield until.filter(it -> !it.isAfter(now.now())).isPresent()
                        ? new Refused(Refusal.DATE_IN_PAST)
                        : marked(
                                at,
                                marks.supervised(
                                        Optional.of(new Supervision(kind, now.now(), until))));
            }
            case Command.Lift _ ->
                    marks.supervision().isEmpty()
                            ? new Refused(Refusal.NOT_SUPERVISED)
                            : marked(at, marks.supervised(Optional.empty()));
            case Command.Mark(var key, var urgency) -> marked(at, marks.key(key).urgency(urgency));
        };
    }

    private static Decision marked(Standing at, Marks marks) {
        return new Moved(at.state(), at.aside().with(marks));
    }
}
