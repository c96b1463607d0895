package org.huying.vault;

/// Seals personal fields for storage. The key never leaves the process; every sealed value names its key version.
public interface Cipher {

    byte[] seal(String plain);

    /// Throws `IllegalStateException` when the value was damaged or its key is unknown.
    String open(byte[] sealed);

    /// A keyed digest for exact search: equal plains give equal 16-byte digests, and nothing else is revealed.
    byte[] blind(String plain);
}
