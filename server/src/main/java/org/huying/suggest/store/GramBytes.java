package org.huying.suggest.store;

import java.nio.ByteBuffer;
import org.huying.suggest.text.Grams;

/// [Grams] as they are stored: number and count of each run, four bytes and one.
final class GramBytes {

    private static final int EACH = Integer.BYTES + 1;
    private static final int MOST = 255;

    private GramBytes() {}

    static byte[] of(Grams grams) {
        var bytes = ByteBuffer.allocate(grams.ids().length * EACH);
        for (int i = 0; i < grams.ids().length; i++) {
            bytes.putInt(grams.ids()[i]).put((byte) Math.min(MOST, grams.counts()[i]));
        }
        return bytes.array();
    }

    static Grams grams(byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        int[] ids = new int[stored.length / EACH];
        int[] counts = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = bytes.getInt();
            counts[i] = bytes.get() & MOST;
        }
        return new Grams(ids, counts);
    }
}
