package org.huying.access;

import java.util.Optional;

/// The append-only record of acts and of looks at personal data, chained by hash. Steps of a matter are recorded by
/// their own chain and need no second entry here.
public interface Audit {

    /// Records that `caller` did `act` to `subject`, inside the caller's transaction if there is one.
    void acted(Caller caller, String region, String act, String subject, Optional<String> reason);

    /// Records that `caller` looked at personal data of `subject` for `purpose`.
    void looked(Caller caller, String region, String subject, String purpose);
}
