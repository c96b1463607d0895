package org.huying.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;

/// Signing in on the word of somebody outside. The provider only proves who it is; which account that is, whether it may
/// sign in, its second factor, its roles and their areas stay ours. Nobody gets an account by it.
public interface OutsideSignIn {

    /// How an attempt ended.
    sealed interface Outcome {

        /// A session began; its cookie is in the answer.
        record Opened(UUID session) implements Outcome {}

        /// The account has a second factor of its own: a cookie for five minutes is in the answer, with which
        /// `POST /api/v1/session/outside` takes the code.
        record CodeNeeded() implements Outcome {}

        record Refused(Why why) implements Outcome {}
    }

    /// Why nobody is let in.
    enum Why {
        /// No account is linked to that account id.
        UNKNOWN,
        DISABLED,
        /// For half an hour, after five failures.
        LOCKED
    }

    /// Lets somebody in whom the provider has proven, or not. Either stands in the audit.
    Outcome enter(OutsideIdentity who, HttpServletRequest request, HttpServletResponse response);

    /// Puts into the audit that the provider did not prove anybody.
    ///
    /// @param why one word for it
    void refused(String region, String provider, String why);

    /// Counts an attempt of this address; throws `Problem.TOO_MANY` where there were too many.
    void limit(HttpServletRequest request);

    /// A session of ours.
    record Mine(String region, UUID session) {}

    /// The session that makes this request.
    Optional<Mine> session(HttpServletRequest request);
}
