package org.huying.file;

import org.huying.problem.Language;
import org.huying.problem.ProblemException;
import org.huying.sheet.Words;

/// What is wrong with a row. Says nothing of what stands in it: that is shown beside.
///
/// @param column its key; empty where the row as a whole is wrong
/// @param code stable
public record Fault(long line, String column, String code, Words why) {

    private static final Words FAILED =
            new Words("写入时出错，没有导入", "An error when it was written; it was not taken");

    /// Something that nobody expected of it.
    static Fault failed(long line, RuntimeException e) {
        return new Fault(line, "", "failed", why(e));
    }

    static Words why(RuntimeException e) {
        return e instanceof ProblemException problem
                ? new Words(problem.detail(Language.ZH), problem.detail(Language.EN))
                : FAILED;
    }
}
