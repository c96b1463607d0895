package org.huying.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huying.access.Caller;
import org.huying.eventlog.Tail;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class RingTest {

    @Test
    void knowsWhatCameAfterAPlaceUntilItIsTooOld() {
        var ring = new Ring(3, place(9));
        ring.add(told(10, 12), place(13));
        assertThat(after(ring, 9)).contains(List.of("10", "11", "12"));
        assertThat(after(ring, 11)).contains(List.of("12"));
        assertThat(after(ring, 13)).contains(List.of());
        assertThat(after(ring, 8)).isEmpty();
        assertThat(after(ring, 14)).isEmpty();
        ring.add(told(14, 15), place(15));
        assertThat(after(ring, 11)).contains(List.of("12", "14", "15"));
        assertThat(after(ring, 10)).isEmpty();
        assertThat(ring.end()).isEqualTo(place(15));
    }

    @Test
    void aPlaceIsReadBackAndOrderedAsTheDatabaseDoes() {
        var place = new Tail.Place("18446744073709551615", new UUID(-1, 1));
        assertThat(Tail.Place.of(place.toString())).isEqualTo(place);
        assertThat(place).isGreaterThan(new Tail.Place("9", new UUID(-1, -1)));
        assertThat(new Tail.Place("9", new UUID(-1, 0)))
                .isGreaterThan(new Tail.Place("9", new UUID(1, 0)));
        assertThat(Tail.Place.of("007-00000000-0000-0000-0000-000000000001").xid()).isEqualTo("7");
    }

    @Test
    void aSlowListenerIsToldToBeginAnewAndGoesOn() throws InterruptedException {
        var listener = new Listener("370481", Hearing.of(Caller.SYSTEM));
        for (int i = 0; i <= Listener.MOST_WAITING; i++) {
            listener.tell(new Said(Integer.toString(i), "matter", "{}"));
        }
        listener.tell(new Said("after", "matter", "{}"));
        assertThat(listener.take(0))
                .containsExactly(
                        new Said(Integer.toString(Listener.MOST_WAITING), Listener.RESET, "{}"),
                        new Said("after", "matter", "{}"));
        assertThat(listener.idle()).isTrue();
    }

    private static Optional<List<String>> after(Ring ring, int number) {
        return ring.after(place(number))
                .map(all -> all.stream().map(it -> it.moved().place().xid()).toList());
    }

    private static List<Ring.Told> told(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(it -> {
                    var audience = new Audience.OfWhistle(TerritoryCode.of("370481"), List.of());
                    var moved = new Moved(place(it), "370481", "whistle", "", audience);
                    return new Ring.Told(moved, new Said(place(it).toString(), "whistle", "{}"));
                })
                .toList();
    }

    private static Tail.Place place(int number) {
        return new Tail.Place(Integer.toString(number), new UUID(0, 0));
    }
}
