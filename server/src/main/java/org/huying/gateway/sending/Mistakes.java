package org.huying.gateway.sending;

import java.util.List;
import java.util.Locale;
import org.huying.playbook.check.Finding;
import org.huying.playbook.check.Findings;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;

/// Refuses a file that somebody sent, with everything that is wrong in it.
public final class Mistakes {

    private Mistakes() {}

    /// One thing that is wrong in a file, and where.
    record FindingView(
            String severity,
            String code,
            int line,
            int column,
            String path,
            String zh,
            String en) {}

    public static ProblemException refused(Findings findings) {
        return Problem.INVALID
                .with("文件里有错误，没有采用", "The file has mistakes and was not taken")
                .and("findings", views(findings.all()));
    }

    private static List<FindingView> views(List<Finding> findings) {
        return findings.stream()
                .map(it ->
                        new FindingView(
                                it.severity().name().toLowerCase(Locale.ROOT),
                                it.code(),
                                it.spot().line(),
                                it.spot().column(),
                                it.path(),
                                it.zh(),
                                it.en()))
                .toList();
    }
}
