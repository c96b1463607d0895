package org.huying.gateway.channel;

/// Why a message was not taken, and whose fault that is.
///
/// @param error without anybody's address
record Fault(String error, Whose whose) {

    /// Whose fault it is.
    enum Whose {
        /// The channel does not work: nobody answers, or lets us in.
        CHANNEL,
        /// This address is not taken; others may be.
        ADDRESS,
        /// Nobody's: whoever it was for is gone, and it is not tried again.
        NOBODY
    }

    static Fault channel(String error) {
        return new Fault(error, Whose.CHANNEL);
    }

    static Fault address(String error) {
        return new Fault(error, Whose.ADDRESS);
    }

    static Fault nobody(String error) {
        return new Fault(error, Whose.NOBODY);
    }
}
