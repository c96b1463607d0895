package org.huying.gateway.channel;

import java.net.URI;
import java.util.stream.Collectors;
import org.huying.gateway.sending.Target;
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

    /// A number that text messages reach.
    static boolean mobile(String text) {
        return text.matches("(\\+?86)?1[3-9][0-9]{9}");
    }

    static boolean fits(Means means, String address) {
        return switch (means) {
            case Means.Smtp _ -> mail(address);
            case Means.Sms _ -> phone(address);
            case Means.Robot _ -> address.isEmpty();
            case Means.Push push ->
                    PushDevice.of(address).filter(it -> it.fits(push.hosts())).isPresent();
        };
    }

    /// As it may be shown to whoever looks after the channel.
    static String masked(String address) {
        if (address.startsWith("{") || address.startsWith("[")) {
            var devices = PushDevice.all(address.startsWith("{") ? "[" + address + "]" : address);
            return devices.stream()
                    .map(it -> Target.of(it.endpoint()).map(URI::getHost).orElse("?"))
                    .collect(Collectors.joining(" "));
        }
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        return address.isEmpty() ? "" : Masking.phone(address);
    }
}
