package org.huying.access;

import java.time.Duration;

/// Brings one-time codes to phones. A deployment adds a bean of this type for its text-message service.
public interface CodeSender {

    /// Hands the code over for delivery; throws when it cannot even be handed over. Must not keep the code.
    void send(String phone, String code, Duration valid);
}
