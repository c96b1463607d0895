package org.huying.problem;

import jakarta.servlet.http.HttpServletRequest;

/// A door whose protocol has error bodies of its own. What it does not write leaves as a problem document.
public interface ProblemForm {

    /// A refusal as this door writes it.
    ///
    /// @param type the content type, with its charset
    record Answer(int status, String type, byte[] body) {}

    /// Whether refusals at this address are written in this form.
    boolean speaksAt(String path);

    Answer answer(HttpServletRequest request, ProblemException problem, Language language);
}
