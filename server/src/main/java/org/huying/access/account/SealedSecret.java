package org.huying.access.account;

import org.huying.vault.Cipher;

/// A secret as the vault sealed it.
final class SealedSecret {
    private final byte[] sealed;

    SealedSecret(byte[] sealed) {
        this.sealed = sealed.clone();
    }

    String open(Cipher cipher) {
        return cipher.open(sealed);
    }
}
