package org.huying.gateway.partner;

/// What a partner's messages are signed with, both ways.
sealed interface Keys {

    Scheme scheme();

    /// One secret for both sides.
    record Shared(Scheme scheme, String secret) implements Keys {}

    /// SM2: our private key, as a number of 64 hexadecimal digits, and their public one, as a point of 130.
    record Pair(String ours, String theirs) implements Keys {
        @Override
        public Scheme scheme() {
            return Scheme.SM2;
        }
    }
}
