package org.huying.playbook;

import java.util.Locale;

/// What may be applied for; somebody other than the applicant decides. The names are stored and public.
public enum PleaKind {
    /// 延期: a longer limit for the present stage.
    EXTENSION,
    /// 挂账: the clock stands until a date.
    SUSPENSION,
    /// 剔除: not counted in the assessment; the matter stays visible.
    EXCLUSION,
    /// 作废: the matter is void.
    VOIDING,
    /// 强制结案: closed without the check or the rating that closing asks for; the decision says why.
    FORCED_CLOSURE,
    /// 申诉: the unit contests a rating.
    RATING_APPEAL,
    /// 申诉: the requester contests a rejection.
    REJECTION_APPEAL;

    /// The key in playbooks and in the API, e.g. `rating-appeal`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
