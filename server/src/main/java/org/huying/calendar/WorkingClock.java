package org.huying.calendar;

/// One day's working hours in nanoseconds: time of day → time worked, and back.
final class WorkingClock {

    private final long[] opens;
    private final long[] closes;
    private final long length;

    WorkingClock(WorkingHours hours) {
        var spans = hours.spans();
        opens = spans.stream().mapToLong(span -> span.from().toNanoOfDay()).toArray();
        closes = spans.stream().mapToLong(span -> span.to().toNanoOfDay()).toArray();
        length = worked(Long.MAX_VALUE);
    }

    /// Working time of a whole day.
    long length() {
        return length;
    }

    long worked(long timeOfDay) {
        long sum = 0;
        for (int i = 0; i < opens.length && timeOfDay > opens[i]; i++) {
            sum += Math.min(timeOfDay, closes[i]) - opens[i];
        }
        return sum;
    }

    /// The earliest time of day at which `worked` (above 0, at most a day's length) has been worked.
    long at(long worked) {
        long left = worked;
        int span = 0;
        while (left > closes[span] - opens[span]) {
            left -= closes[span] - opens[span];
            span++;
        }
        return opens[span] + left;
    }
}
