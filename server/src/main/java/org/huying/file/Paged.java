package org.huying.file;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// Lines that are read page by page while they are walked through; only one page is held.
public final class Paged<T, C> implements Iterator<T> {

    /// Some lines.
    ///
    /// @param next where to go on; empty on the last page
    public record Page<T, C>(List<T> lines, Optional<C> next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    private final Function<Optional<C>, Page<T, C>> read;
    private Optional<C> next = Optional.empty();
    private Iterator<T> lines = List.<T>of().iterator();
    private boolean ended;

    /// Nothing is read before the first line is asked for.
    ///
    /// @param read the page after a place; the first for none
    public Paged(Function<Optional<C>, Page<T, C>> read) {
        this.read = read;
    }

    @Override
    public boolean hasNext() {
        while (!lines.hasNext() && !ended) {
            var page = read.apply(next);
            lines = page.lines().iterator();
            next = page.next();
            ended = next.isEmpty();
        }
        return lines.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return lines.next();
    }
}
