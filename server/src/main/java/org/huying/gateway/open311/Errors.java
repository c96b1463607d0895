package org.huying.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.huying.problem.Language;
import org.huying.problem.ProblemException;
import org.huying.problem.ProblemForm;
import org.springframework.stereotype.Component;

/// Refusals as the specification wants them: 404 for what is not there, 403 for a wrong or missing key, 400 for every
/// other mistake of the caller. Come back later (429, 503) stays what it is.
@Component
class Errors implements ProblemForm {

    @Override
    public boolean speaksAt(String path) {
        return path.startsWith(Asked.BASE + "/");
    }

    @Override
    public Answer answer(HttpServletRequest request, ProblemException problem, Language language) {
        var format = Asked.format(request);
        int status = status(problem.problem().status().value());
        return new Answer(
                status,
                format.contentType(),
                format.write("errors", document(status, problem, language)));
    }

    /// Total: every status of ours becomes one of the specification's, or asks to come back.
    static int status(int ours) {
        return switch (ours) {
            case 401, 403 -> 403;
            case 404, 429 -> ours;
            default -> ours >= 500 ? ours : 400;
        };
    }

    static Document document(int status, ProblemException problem, Language language) {
        var all = new ArrayList<Document>();
        for (var error : problem.errors()) {
            all.add(error(status, language.pick(error.zh(), error.en())));
        }
        if (all.isEmpty()) {
            all.add(error(status, problem.detail(language)));
        }
        return new Document.Rows("error", all);
    }

    private static Document error(int code, String description) {
        return Document.Parts.of()
                .with("code", Document.number(code))
                .with("description", description);
    }
}
