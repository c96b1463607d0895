package org.huying.gateway.partner;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// SM2 on the curve sm2p256v1 over SM3, with the usual id `1234567812345678` (GB/T 32918).
final class Sm2 {

    private static final ECDomainParameters CURVE = curve();
    private static final byte[] ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DIGITS = 64;

    private Sm2() {}

    private static ECDomainParameters curve() {
        var named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /// A private key that nobody has.
    static String fresh() {
        var n = CURVE.getN();
        BigInteger d;
        do {
            d = new BigInteger(n.bitLength(), RANDOM);
        } while (d.signum() == 0 || d.compareTo(n.subtract(BigInteger.ONE)) >= 0);
        var text = d.toString(16);
        return "0".repeat(DIGITS - text.length()) + text;
    }

    /// The public key of a private one: `04` and the two coordinates.
    static String publicKey(String ours) {
        var point =
                new FixedPointCombMultiplier()
                        .multiply(CURVE.getG(), new BigInteger(ours, 16))
                        .normalize();
        return HEX.formatHex(point.getEncoded(false));
    }

    /// The text if it is a public key: 130 hexadecimal digits that are a point of the curve.
    static Optional<String> point(String text) {
        try {
            return Optional.of(text.strip().toLowerCase(java.util.Locale.ROOT))
                    .filter(it -> it.matches("04[0-9a-f]{128}"))
                    .filter(it -> CURVE.getCurve().decodePoint(HEX.parseHex(it)).isValid());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String sign(String ours, String text) {
        var signer = new SM2Signer();
        var key = new ECPrivateKeyParameters(new BigInteger(ours, 16), CURVE);
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, RANDOM), ID));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 could not sign", e);
        }
    }

    /// Total: what is no signature does not hold.
    static boolean holds(String theirs, String text, String value) {
        try {
            var signature = Base64.getDecoder().decode(value);
            var point = CURVE.getCurve().decodePoint(HEX.parseHex(theirs));
            var signer = new SM2Signer();
            signer.init(false, new ParametersWithID(new ECPublicKeyParameters(point, CURVE), ID));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            signer.update(bytes, 0, bytes.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return false;
        }
    }
}
