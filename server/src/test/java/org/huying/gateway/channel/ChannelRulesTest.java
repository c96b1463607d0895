package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Secrets;
import org.huying.notice.ToldNotices;
import org.huying.playbook.check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When somebody is told, what it costs, and what is wrong in a file.
class ChannelRulesTest {

    private static final long FIRST = 1_700_000_000L;
    private static final long LAST = 1_900_000_000L;
    private static final int MINUTES = 24 * 60;

    private static Instant at(String time) {
        return Instant.parse("2026-11-30T" + time + ":00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00,21:59,21:59",
        "22:00-07:00,22:00,07:00",
        "22:00-07:00,06:59,07:00",
        "22:00-07:00,07:00,07:00",
        "12:30-14:00,13:00,14:00",
        "12:30-14:00,14:00,14:00",
        "none,03:00,03:00"
    })
    void nobodyIsDisturbedInQuietHours(String hours, String now, String then) {
        var over = Quiet.of(hours).orElseThrow().over(at(now));
        assertThat(over.atZone(WorkCalendar.ZONE).toLocalTime()).isEqualTo(LocalTime.parse(then));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22-7", "24:00-07:00", "22:00-07:60", "22:00 - 07:00", "None"})
    void whatIsNoHoursIsRefused(String hours) {
        assertThat(Quiet.of(hours)).isEmpty();
    }

    /// Never before it is told, never in quiet hours, never later than it must be, and once is enough.
    @Property
    void quietHoursEndAsSoonAsTheyDo(
            @ForAll @IntRange(max = MINUTES - 1) int from,
            @ForAll @IntRange(max = MINUTES - 1) int to,
            @ForAll @LongRange(min = FIRST, max = LAST) long second) {
        var quiet =
                new Quiet(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        var told = Instant.ofEpochSecond(second);
        var over = quiet.over(told);
        assertThat(over).isAfterOrEqualTo(told).isBefore(told.plus(Duration.ofDays(1)));
        assertThat(quiet.at(over)).isFalse();
        assertThat(quiet.over(over)).isEqualTo(over);
        assertThat(over.equals(told) || quiet.at(over.minusSeconds(1))).isTrue();
    }

    /// What is urgent goes at once; the rest is neither lost nor early, and what is told within one span goes together.
    @Property
    void digestsKeepEverythingAndKeepTogether(
            @ForAll Digest digest,
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll @IntRange(max = 86_400) int later) {
        var pace = new Pace(Quiet.NIGHT, digest);
        var told = Instant.ofEpochSecond(second);
        var next = told.plusSeconds(later);
        assertThat(pace.first(told, true)).isEqualTo(told);
        assertThat(pace.first(told, false))
                .isAfterOrEqualTo(told)
                .isBefore(told.plus(Duration.ofDays(2)));
        assertThat(Quiet.NIGHT.at(pace.first(told, false))).isFalse();
        assertThat(pace.first(next, false)).isAfterOrEqualTo(pace.first(told, false));
        if (digest != Digest.NONE && next.isBefore(digest.next(told))) {
            assertThat(digest.next(next)).isEqualTo(digest.next(told));
        }
    }

    @Test
    void dailyIsAtEightAndHourlyAtTheFullHour() {
        assertThat(Digest.DAILY.next(at("07:59"))).isEqualTo(at("08:00"));
        assertThat(Digest.DAILY.next(at("08:00"))).isEqualTo(at("08:00").plus(Duration.ofDays(1)));
        assertThat(Digest.HOURLY.next(at("09:00"))).isEqualTo(at("10:00"));
        assertThat(Digest.NONE.next(at("09:01"))).isEqualTo(at("09:01"));
    }

    @Test
    void longTextMessagesAreCountedInPieces() {
        var sms = Example.plan("duty-sms");
        assertThat(sms.pieces(new Layout.Said("", "字".repeat(70)))).isEqualTo(1);
        assertThat(sms.pieces(new Layout.Said("", "字".repeat(71)))).isEqualTo(2);
        assertThat(sms.pieces(new Layout.Said("", "字".repeat(135)))).isEqualTo(3);
        assertThat(Example.plan("duty-mail").pieces(new Layout.Said("", "字".repeat(700))))
                .isEqualTo(1);
    }

    @Test
    void manyNoticesAreOneMessageThatSaysHowMany() {
        var plan = Example.plan("duty-group");
        var lines =
                IntStream.range(0, 23)
                        .mapToObj(
                                i -> new Layout.Line(new UUID(0, i), "desk-new", "TZ-" + i, "新到一件"))
                        .toList();
        var said = plan.layout().said(lines, "滕州市", plan);
        assertThat(said.text())
                .startsWith("23 条提醒\nTZ-0 新到一件\n")
                .contains("\nTZ-19 新到一件\n……还有 3 条\n")
                .doesNotContain("TZ-20")
                .endsWith("https://huying.example.org/desk/");
    }

    @Test
    void addressesAreShownAsIfThroughFrostedGlass() {
        assertThat(Address.masked("13812345678")).isEqualTo("138****5678");
        assertThat(Address.masked("zhang.san@example.org")).isEqualTo("z***@example.org");
        assertThat(Address.masked("")).isEmpty();
        assertThat(Address.mail("a@b.cn\nBcc: c@d.cn")).isFalse();
        assertThat(Address.mail("duty@example.org")).isTrue();
        assertThat(Address.phone("138 0000")).isFalse();
    }

    @Test
    void everyUrgentKindExists() {
        assertThat(ToldNotices.KINDS).containsAll(PlanFile.URGENT).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by: smtp|by: sms|missing",
                "from: huying@example.org|from: huying|bad-address",
                "duty@example.org]|duty]|bad-address",
                "security: starttls|security: none|open-password",
                "quiet: none|quiet: at night|bad-hours",
                "digest: hourly|digest: weekly|bad-choice",
                "link: https://|link: ftp://|bad-url",
                "quiet: none|words: { text: \"{phone}\" }|unknown-value",
                "quiet: none|words: { text: \"{secret.password}\" }|secret",
                "quiet: none|kinds: [desk-now]|unknown-kind",
                "quiet: none|color: red|unknown-key"
            })
    void mistakesAreFoundWhereTheyStand(String right, String wrong, String code) {
        var text = Example.file("duty-mail");
        assertThat(text).contains(right);
        var checked = PlanFile.read("duty-mail.yaml", text.replace(right, wrong));
        assertThat(checked.plan()).isEmpty();
        assertThat(checked.findings().all()).extracting(Finding::code).contains(code);
    }

    @Test
    void robotsOfWecomAreNotSignedAndProvidersNameTheirMessages() {
        assertThat(codes("duty-mail", "  addresses: [duty@example.org]\n", ""))
                .containsExactly("no-address");
        assertThat(codes("duty-group", "by: dingtalk", "by: wecom")).containsExactly("unsigned");
        assertThat(codes("duty-sms", ", id: data.sid", "")).containsExactly("needs-id");
        assertThat(codes("duty-sms", "field: code, ", "")).containsExactly("half");
        assertThat(codes("duty-sms", "{phone}{time}", "{sign}")).containsExactly("unknown-value");
        assertThat(codes("duty-group", "to:\n", "to:\n  persons: true\n"))
                .containsExactly("no-person");
        assertThat(codes("duty-mail", "to:\n", "to:\n  residents: true\n"))
                .containsExactly("no-sms");
    }

    private static List<String> codes(String sample, String right, String wrong) {
        var text = Example.file(sample);
        assertThat(text).contains(right);
        return PlanFile.read(sample + ".yaml", text.replace(right, wrong)).findings().all().stream()
                .map(Finding::code)
                .toList();
    }

    /// The words of the file, then those of the place, then the usual ones.
    @Test
    void wordsComeFromTheFileThenFromThePlace() {
        var plan = Example.plan("duty-mail");
        var line = new Layout.Line(new UUID(0, 1), "accepted", "TZ-1", "接下了");
        var place =
                new Layout(
                        Optional.of("滕州：{headline}"),
                        Optional.of("{headline}，{number}"),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("accepted", "有响应：{number}"));
        var usual = plan.layout().said(List.of(line), "滕州市", plan);
        assertThat(usual.title()).isEqualTo("呼应：接下了");
        assertThat(usual.text())
                .isEqualTo("接下了 TZ-1 https://huying.example.org/resident/matter/TZ-1");
        var said = plan.layout().or(place).said(List.of(line), "滕州市", plan);
        assertThat(said).isEqualTo(new Layout.Said("滕州：接下了", "有响应：TZ-1"));
        var own = Example.plan("duty-sms");
        assertThat(own.layout().or(place).said(List.of(line), "滕州市", own).text())
                .as("the file has a text of its own")
                .isEqualTo("接下了 TZ-1，请登录呼应查看");
    }

    @Test
    void theSampleForResidentsReachesThemAndStaffInTheWordsOfThePlace() {
        var plan = Example.plan("resident-sms");
        assertThat(plan.to()).isEqualTo(new Plan.To(Set.of(), List.of(), true, true));
        assertThat(plan.layout().text()).isEmpty();
    }

    @Test
    void whatStaffMayHaveIsWhatTheChannelCarriesAndResidentsAreNotTold() {
        assertThat(Example.plan("duty-sms").staffKinds())
                .containsExactlyInAnyOrder("desk-red", "unit-emergency", "burst-raised");
        assertThat(Example.plan("duty-mail").staffKinds())
                .contains("desk-new", "task-given")
                .doesNotContain("accepted", "rate", "followed-closed");
    }

    @Test
    void saysWhichSecretsAreMissing() {
        var plan = Example.plan("duty-sms");
        var channel =
                new Channel(
                        "370481",
                        plan.key(),
                        1,
                        "",
                        plan,
                        new Secrets(Map.of("app", "a", "sign", "")),
                        Optional.empty(),
                        0);
        assertThat(channel.lacks()).containsExactly("receipt");
        assertThat(Example.plan("duty-group").means().needs()).containsExactly("token", "sign");
        assertThat(new Secrets(Map.of("sign", "xyz"))).asString().doesNotContain("xyz");
    }
}
