package org.huying.replay;

import org.huying.client.Loop;

/// Through whose hands the recorded requests go: one works them, another checks and asks, as the loop demands.
record Hands(Loop works, Loop checks) {

    /// Whose step it is.
    Loop of(String act) {
        return switch (act) {
            case "verify", "rate", "unreached", "close" -> checks;
            default -> works;
        };
    }
}
