package org.huying.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/// Explains on standard error what is going on.
final class Talk {
    private final long begin = System.nanoTime();

    @FormatMethod
    void say(String text, Object... values) {
        System.err.printf(
                Locale.ROOT,
                "[%6.1f s] %s%n",
                (System.nanoTime() - begin) / 1e9,
                String.format(Locale.ROOT, text, values));
    }

    void errors(Tally tally) {
        var first = tally.firstError();
        if (first != null) {
            say("%d errors while measured; the first ever: %s", tally.errors(), first);
        }
    }
}
