package org.huying.access.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.vault.Chain;
import org.huying.vault.Cipher;

/// How the digests of rows become a seal. Pure.
final class Seal {
    private static final HexFormat HEX = HexFormat.of();

    private Seal() {}

    static byte[] rows(List<byte[]> digests) {
        var hash = Chain.start();
        for (var digest : digests) {
            hash = Chain.link(hash, HEX.formatHex(digest));
        }
        return hash;
    }

    static byte[] link(byte[] previous, String region, long seq, List<UUID> ids, byte[] rows) {
        return Chain.link(
                previous,
                region,
                Long.toString(seq),
                ids.stream().map(UUID::toString).collect(Collectors.joining(" ")),
                HEX.formatHex(rows));
    }

    /// Only who holds the key can make it; a hash alone could be recomputed by whoever rewrote the table.
    static byte[] mac(Cipher cipher, byte[] hash) {
        return cipher.blind("audit seal " + HEX.formatHex(hash));
    }
}
