package org.huying.gateway.channel;

import org.huying.vault.Masking;

/// Where messages go. Pure.
final class Address {

    private static final int LONGEST = 100;

    private Address() {}

    /// One mailbox, without a name, without anything that could end a line.
    static boolean mail(String text) {
        return text.length() <= LONGEST
                && text.matches(
                        "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    }

    static boolean phone(String text) {
        return text.matches("\\+?[0-9]{5,20}");
    }

    static boolean fits(Means means, String address) {
        return switch (means) {
            case Means.Smtp _ -> mail(address);
            case Means.Sms _ -> phone(address);
            case Means.Robot _ -> address.isEmpty();
        };
    }

    /// As it may be shown to whoever looks after the channel.
    static String masked(String address) {
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        return address.isEmpty() ? "" : Masking.phone(address);
    }
}
