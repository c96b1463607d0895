package org.huying.playbook.compile;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.playbook.Condition;
import org.huying.playbook.check.Closest;
import org.huying.playbook.check.Finding;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;

/// Compiles conditions against the declared facts of one playbook. Bounded: 2 000 characters, 1 000 loop steps.
public final class Conditions {

    private static final int LONGEST = 2_000;
    private static final int MOST_STEPS = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private final Fields fields;
    private final Cel cel;

    /// @param declared facts of a matter beyond those that every place has: name → `text`, `flag` or `number`
    public Conditions(Map<String, String> declared) {
        this(new Fields(declared), false);
    }

    /// @param mixed whole numbers and those with decimals may be compared
    private Conditions(Fields fields, boolean mixed) {
        this.fields = fields;
        var options =
                CelOptions.current()
                        .comprehensionMaxIterations(MOST_STEPS)
                        .maxExpressionCodePointSize(LONGEST)
                        .enableHeterogeneousNumericComparisons(mixed)
                        .build();
        var builder =
                CelFactory.legacyCelBuilder()
                        .setOptions(options)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setResultType(SimpleType.BOOL);
        fields.types().forEach(builder::addVar);
        cel = builder.build();
    }

    /// About something that is no matter: nothing but `names` can be asked for, each of them `text`, `flag` or `measure` (a
    /// number with decimals). Their values stand in [org.huying.playbook.Facts#matter] under the whole name. A condition that
    /// asks for one that is not there cannot be judged.
    public static Conditions about(Map<String, String> names) {
        return new Conditions(Fields.only(names), true);
    }

    /// The condition that stands there; absent (and reported) when it is wrong.
    public Optional<Condition> compile(Part part) {
        return part.text().flatMap(text -> compile(text, part));
    }

    /// The condition `text`, which counts as standing at `part`.
    Optional<Condition> compile(String text, Part part) {
        var result = cel.compile(text);
        if (result.hasError()) {
            result.getErrors().forEach(issue -> report(issue, text, part));
            return Optional.empty();
        }
        try {
            var program = cel.createProgram(result.getAst());
            return Optional.of(new CelCondition(text, part.place(), program, fields));
        } catch (CelValidationException | CelEvaluationException broken) {
            part.wrong(
                    "bad-condition",
                    "条件无法编译：" + broken.getMessage(),
                    String.valueOf(broken.getMessage()));
            return Optional.empty();
        }
    }

    private void report(CelIssue issue, String text, Part part) {
        var location = issue.getSourceLocation();
        var spot = spot(part, Math.max(1, location.getLine()), Math.max(0, location.getColumn()));
        var message = issue.getMessage().lines().findFirst().orElse("");
        if (message.startsWith("undeclared reference")) {
            var word = nameAt(text, location.getLine(), location.getColumn());
            part.findings()
                    .add(
                            new Finding(
                                    Finding.Severity.ERROR,
                                    "unknown-fact",
                                    spot,
                                    part.path(),
                                    "`%s`：条件里没有这个名称".formatted(word),
                                    "`%s`: no such fact or function".formatted(word),
                                    Closest.to(word, fields.types().keySet())));
        } else {
            part.findings().error("bad-condition", spot, part.path(), "条件有误：" + message, message);
        }
    }

    private static Spot spot(Part part, int line, int column) {
        var start =
                part.tree() instanceof Tree.Scalar scalar ? scalar.content() : part.tree().spot();
        return line == 1
                ? start.shifted(0, column)
                : new Spot(start.file(), start.line() + line - 1, start.column() + column);
    }

    /// The whole dotted name that covers this place of the expression.
    private static String nameAt(String text, int line, int column) {
        var row = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        var match = NAME.matcher(row);
        while (match.find()) {
            if (match.start() <= column && column < match.end()) {
                return match.group();
            }
        }
        return row.strip();
    }
}
