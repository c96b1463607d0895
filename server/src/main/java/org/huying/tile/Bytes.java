package org.huying.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes as protocol buffers want them.
final class Bytes {
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int LENGTH = 2;
    private static final int DOUBLE = 1;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void number(long value) {
        room(10);
        long left = value;
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[size++] = (byte) ((left & SEVEN_BITS) | MORE);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void field(int number, long value) {
        number((long) number << 3);
        number(value);
    }

    void field(int number, double value) {
        number(((long) number << 3) | DOUBLE);
        room(Long.BYTES);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
    }

    void field(int number, String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        field(number, encoded, encoded.length);
    }

    void field(int number, Bytes inner) {
        field(number, inner.bytes, inner.size);
    }

    void add(Bytes other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    private void field(int number, byte[] from, int length) {
        number(((long) number << 3) | LENGTH);
        number(length);
        room(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
