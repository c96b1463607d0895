package org.huying.playbook.compile;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.huying.playbook.Condition;
import org.huying.playbook.Facts;
import org.huying.playbook.tree.Spot;

/// A compiled condition; thread-safe.
record CelCondition(String text, Spot spot, CelRuntime.Program program, Fields fields)
        implements Condition {

    @Override
    public boolean holds(Facts facts) {
        CelVariableResolver resolver =
                name ->
                        fields.knows(name)
                                ? Optional.of(fields.value(name, facts))
                                : Optional.empty();
        try {
            return program.eval(resolver) instanceof Boolean holds && holds;
        } catch (CelEvaluationException | RuntimeException broken) {
            throw new IllegalStateException(
                    spot + ": `" + text + "` cannot be evaluated: " + broken.getMessage(), broken);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
