package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.matter.loop.Aside;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.huying.matter.loop.Pace;
import org.huying.matter.loop.Report;
import org.huying.matter.loop.StageClock;
import org.huying.matter.loop.Standing;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Cipher;
import org.junit.jupiter.api.Test;

class RatingLinksTest {

    private static final String REGION = "370481";
    private static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");
    private static final Instant UNTIL = NOON.plus(Duration.ofDays(30));

    private final RatingLinks links = new RatingLinks(new Plain());

    @Test
    void aTokenOpensTheAskingItWasMadeForAndNoOther() {
        var asked = matter(NOON);
        var rating = links.read(REGION, links.token(asked, UNTIL), NOON).orElseThrow();
        assertThat(rating.matter()).isEqualTo(asked.id());
        assertThat(rating.opens(asked)).isTrue();
        assertThat(rating.opens(matter(NOON.plusSeconds(1)))).isFalse();
    }

    @Test
    void aTokenIsGoodUntilItExpiresAndInItsOwnRegionOnly() {
        var token = links.token(matter(NOON), UNTIL);
        assertThat(links.read(REGION, token, UNTIL.minusMillis(1))).isPresent();
        assertThat(links.read(REGION, token, UNTIL)).isEmpty();
        assertThat(links.read("370482", token, NOON)).isEmpty();
    }

    @Test
    void whatWasChangedOrMadeUpOpensNothing() {
        var token = links.token(matter(NOON), UNTIL);
        for (int i = 0; i < token.length() - 1; i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(links.read(REGION, forged, NOON)).as(forged).isEmpty();
        }
        assertThat(links.read(REGION, "", NOON)).isEmpty();
        assertThat(links.read(REGION, "&&&", NOON)).isEmpty();
        assertThat(links.read(REGION, token + "AAAA", NOON)).isEmpty();
    }

    private static Matter matter(Instant since) {
        return new Matter(
                new MatterId(REGION, new UUID(1, 2)),
                3,
                new Report(
                        "370481-260105-00001",
                        "base",
                        1,
                        "snap",
                        "complaint",
                        "路灯",
                        "不亮",
                        "",
                        new UUID(0, 0),
                        Optional.empty(),
                        new Report.Contact(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        false,
                        Report.Carried.NOTHING,
                        NOON),
                new Matter.Subject(
                        Optional.empty(),
                        Optional.empty(),
                        TerritoryCode.of(REGION),
                        Optional.empty()),
                new Standing(new MatterState.Reported(), Aside.NOTHING),
                new StageClock(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Pace.EVEN),
                since,
                since,
                1,
                new byte[32]);
    }

    /// Digests without a secret.
    private static final class Plain implements Cipher {

        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] bytes(byte[] sealed) {
            return sealed;
        }

        @Override
        public byte[] blind(String plain) {
            var digest = UUID.nameUUIDFromBytes(seal(plain));
            return ByteBuffer.allocate(16)
                    .putLong(digest.getMostSignificantBits())
                    .putLong(digest.getLeastSignificantBits())
                    .array();
        }
    }
}
