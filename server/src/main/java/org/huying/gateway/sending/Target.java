package org.huying.gateway.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where messages go: `https`, or `http` within the walls; never to this machine itself, or to what only machines of a
/// cloud can reach.
public final class Target {

    private static final int LONGEST = 500;

    private Target() {}

    /// Empty for what is no address for messages.
    public static Optional<URI> of(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean fits =
                    text.length() <= LONGEST
                            && (scheme.equals("https") || scheme.equals("http"))
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getFragment() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Whether every address of the host may be sent to. Asked before each attempt: names change.
    public static boolean allowed(URI uri) throws UnknownHostException {
        return allowed(InetAddress.getAllByName(uri.getHost()));
    }

    /// The same of addresses that are known already.
    public static boolean allowed(InetAddress... addresses) {
        return Arrays.stream(addresses).noneMatch(Target::own);
    }

    private static boolean own(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }
}
