package org.huying.cli;

import java.util.Locale;
import java.util.function.LongConsumer;

/// A bar on standard error that moves in place on a terminal, and one line per tenth elsewhere.
public final class Progress implements LongConsumer {
    private static final int WIDTH = 30;
    private static final long BLINK_NANOS = 100_000_000L;

    private final String label;
    private final long total;
    private final boolean terminal = onTerminal();
    private final long start = System.nanoTime();
    private long drawnAt;
    private long tenth = -1;

    /// `total` may be an estimate, or 0 when nothing is known.
    public Progress(String label, long total) {
        this.label = label;
        this.total = total;
    }

    @Override
    public void accept(long done) {
        var now = System.nanoTime();
        if (terminal && now - drawnAt > BLINK_NANOS) {
            drawnAt = now;
            System.err.print("\r" + line(done));
        } else if (!terminal && total > 0 && done * 10 / total > tenth) {
            tenth = done * 10 / total;
            System.err.println(line(done));
        }
    }

    /// The last word: `done` of whatever was counted.
    public void finish(long done) {
        var seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf(
                Locale.ROOT,
                "%s%s: %,d  %.1f s%n",
                terminal ? "\r\033[K" : "",
                label,
                done,
                seconds);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null all the same where there is no terminal
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private String line(long done) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %,d", label, done);
        }
        var filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3d %%",
                label,
                "█".repeat(filled),
                "·".repeat(WIDTH - filled),
                Math.min(100, done * 100 / total));
    }
}
