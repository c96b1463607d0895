package org.huying.gateway.channel;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/// Keys on the curve P-256 in the form in which browsers give them: points of 65 bytes, scalars of 32.
final class Curve {

    private static final String NAME = "secp256r1";
    private static final int HALF = 32;
    private static final byte UNCOMPRESSED = 4;

    private Curve() {}

    static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(NAME));
        return generator.generateKeyPair();
    }

    /// Whether these bytes are a point of the curve.
    static boolean holds(byte[] point) {
        if (point.length != 1 + 2 * HALF || point[0] != UNCOMPRESSED) {
            return false;
        }
        try {
            var at = at(point);
            var curve = curve().getCurve();
            var p = ((ECFieldFp) curve.getField()).getP();
            var x = at.getAffineX();
            var y = at.getAffineY();
            var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
            return x.compareTo(p) < 0
                    && y.compareTo(p) < 0
                    && y.multiply(y).subtract(right).mod(p).signum() == 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    /// Refuses what is no point of the curve: whoever gives one could learn of the other key by it.
    static ECPublicKey open(byte[] point) throws GeneralSecurityException {
        if (!holds(point)) {
            throw new GeneralSecurityException("no point of the curve");
        }
        var spec = new ECPublicKeySpec(at(point), curve());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    private static ECPoint at(byte[] point) {
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, 1 + 2 * HALF)));
    }

    static PrivateKey secret(byte[] scalar) throws GeneralSecurityException {
        var spec = new ECPrivateKeySpec(new BigInteger(1, scalar), curve());
        return KeyFactory.getInstance("EC").generatePrivate(spec);
    }

    static byte[] point(ECPublicKey key) {
        var point = new byte[1 + 2 * HALF];
        point[0] = UNCOMPRESSED;
        half(key.getW().getAffineX(), point, 1);
        half(key.getW().getAffineY(), point, 1 + HALF);
        return point;
    }

    private static void half(BigInteger number, byte[] into, int at) {
        var bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - HALF);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, into, at + HALF - length, length);
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(NAME));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
