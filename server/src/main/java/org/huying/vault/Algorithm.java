package org.huying.vault;

/// The two families of algorithms (GB/T 39786-2021 asks for the national one where it is mandatory). The format byte
/// stands first in every sealed value, so either can open what it sealed in the past.
enum Algorithm {
    AES(1),
    SM4(2);

    private final byte format;

    Algorithm(int format) {
        this.format = (byte) format;
    }

    byte format() {
        return format;
    }

    /// Throws `IllegalStateException` for a byte that no algorithm writes.
    static Algorithm of(byte format) {
        return switch (format) {
            case 1 -> AES;
            case 2 -> SM4;
            default -> throw new IllegalStateException("Not a sealed value: format " + format);
        };
    }
}
