package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.gateway.sending.Retry;
import org.huying.gateway.sending.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What partners agree on: files, signatures, answers, comparisons.
class PartnerRulesTest {

    private static final String BODY = "{\"orderNo\":\"1\",\"title\":\"路灯\"}";
    private static final String PATH = "/api/v1/370481/partners/hotline-12345/messages";

    @ParameterizedTest
    @ValueSource(strings = {Example.HOTLINE, Example.PROVINCE})
    void theShippedFilesAreRight(String name) {
        var checked = MappingFile.read(name + ".yaml", Example.text(name));
        assertThat(Example.lines(checked)).isEmpty();
        assertThat(checked.mapping().orElseThrow().key()).isEqualTo(name);
    }

    @Test
    void namesEveryFieldOfALiveHotline() {
        var fields = Example.mapping(Example.HOTLINE).in().orElseThrow().fields();
        assertThat(fields.keySet()).containsExactlyInAnyOrder(OrderField.values());
    }

    @Test
    void saysEverythingThatIsWrongWithAFileAndWhere() {
        var checked =
                MappingFile.read(
                        "x.yaml",
                        """
                        partner: x1
                        name: 错
                        sign: { scheme: md5, skew: 5 }
                        in:
                          id: msgId
                          time: "HH:mm"
                          fields: { nunber: no, title: title, caller-phone: phone }
                          values: { tilte: { words: { a: b } } }
                          tell: [caller-phone, lable]
                        out:
                          url: ftp://example.org/x
                          states: { CLOSD: done }
                          results: [CLOSED]
                          messages:
                            status: { orderNo: ordr, fixed: "=x" }
                            told: { msgId: id }
                          push: { when: matter.urgnt }
                        day: { url: https://example.org, orders: a, results: b, repare: true }
                        """);
        assertThat(checked.mapping()).isEmpty();
        assertThat(Example.lines(checked))
                .isEqualTo(
                        """
                        x.yaml:3:9 error: sign.scheme: `md5`: must be one of hmac-sha256, hmac-sm3, sm2
                        x.yaml:3:22 error: sign.skew: must have a minimum value of 10
                        x.yaml:6:9 error: in.time: `HH:mm`: must write date and time, e.g. yyyy-MM-dd HH:mm:ss
                        x.yaml:7:11 error: in.fields: `number` is missing
                        x.yaml:7:13 error: in.fields.nunber: `nunber`: no such field of an order; did you mean `number`?
                        x.yaml:8:13 error: in.values.tilte: `tilte`: no such field with a table of words; there are item, demand, area, confidential
                        x.yaml:9:9 error: in.tell: `caller-phone` tells about a person; it cannot be told
                        x.yaml:9:24 error: in.tell[1]: `lable`: no such field of an order; did you mean `label`?
                        x.yaml:11:8 error: out.url: It is an http or https address
                        x.yaml:12:13 error: out.states.CLOSD: `CLOSD`: no such state; did you mean `CLOSED`?
                        x.yaml:13:12 error: out.results: `results` has no message `result`
                        x.yaml:15:13 error: out.messages.status: A message needs `id`, by which the other side knows repeats
                        x.yaml:15:24 error: out.messages.status.orderNo: `ordr`: no such fact; did you mean `order`?
                        x.yaml:16:5 error: out.messages.told: `told`: no such message; there are status, reply, result, return, push, progress
                        x.yaml:17:17 error: out.push.when: `push` has no message `push`
                        x.yaml:17:17 error: out.push.when: `matter.urgnt`: no such fact or function; did you mean `matter.urgent`?
                        x.yaml:18:57 error: day.repare: `repare`: no such key; did you mean `repair`?
                        """
                                .strip());
    }

    @Test
    void aFileMustExchangeSomething() {
        assertThat(
                        Example.lines(
                                MappingFile.read(
                                        "x.yaml", "partner: xx\nname: 空\nsign: { scheme: sm2 }\n")))
                .contains("There must be `in` or `out`");
    }

    /// By `printf … | openssl dgst -sha256 -hmac key`, and -sm3.
    @Test
    void signsAsOthersDo() {
        var seal =
                new Seal(
                        1_790_000_000L,
                        "abcdefgh",
                        Scheme.HMAC_SHA256,
                        "0000000000000000000000000000000000000000000000000000000000000000");
        assertThat(Seal.of(seal.header())).contains(seal);
        assertThat(Seal.text("POST", PATH, 1_790_000_000L, "abcdefgh", BODY))
                .isEqualTo("POST\n" + PATH + "\n1790000000\nabcdefgh\n" + BODY);
    }

    /// By OpenSSL 3: `openssl dgst -sm3 -sign key.pem -sigopt distid:1234567812345678`, and `-hmac secret`.
    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, ee77b2ecbe5ec8be60baf650a063d91071daecee230afed519a7b7091ed09334",
        "hmac-sm3, d9b90447b0483c0c7f741256f19c075be2d05a3d849ec5475eaceb00e46bbc11",
        "sm2, MEYCIQDFFKNNzkMSzeSXOpYriPoH2NgMcGJTxBizskK88zO1qAIhAOUwQx2/HlG2Tr0N+MigI8Ip+uM1laWnsbhPyXlnZ56T"
    })
    void takesWhatOpensslSigned(String word, String value) {
        var scheme = Scheme.of(word).orElseThrow();
        var keys =
                scheme.shared()
                        ? new Keys.Shared(scheme, "secret")
                        : new Keys.Pair(
                                Sm2.fresh(),
                                "04df0cbe925ad108f233be8def7f14dd2a2bb87ee58d5b97c5deb9468558314ac6b5f781075c0806d00fa118b7b59734b400b77d838df81e2d4433bfc6e95f6bf8");
        var header = "t=1790000000,n=abcdefgh,%s=%s".formatted(word, value);
        var seal = Seal.of(header).orElseThrow();
        assertThat(Signing.holds(keys, seal, "POST", PATH, BODY)).isTrue();
        assertThat(Signing.holds(keys, seal, "POST", PATH, BODY.replace('1', '2'))).isFalse();
    }

    @Test
    void everySchemeHoldsForWhatWasSignedAndNothingElse() {
        var theirs = Sm2.fresh();
        var ours = Sm2.fresh();
        for (var pair :
                List.of(
                        List.of(
                                new Keys.Shared(Scheme.HMAC_SHA256, "s1"),
                                new Keys.Shared(Scheme.HMAC_SHA256, "s1")),
                        List.of(
                                new Keys.Shared(Scheme.HMAC_SM3, "s1"),
                                new Keys.Shared(Scheme.HMAC_SM3, "s1")),
                        List.<Keys>of(
                                new Keys.Pair(theirs, Sm2.publicKey(ours)),
                                new Keys.Pair(ours, Sm2.publicKey(theirs))))) {
            var seal = Signing.sign(pair.getFirst(), "POST", PATH, 1_790_000_000L, BODY);
            var read = Seal.of(seal.header()).orElseThrow();
            assertThat(Signing.holds(pair.getLast(), read, "POST", PATH, BODY)).isTrue();
            assertThat(Signing.holds(pair.getLast(), read, "POST", PATH, BODY + " ")).isFalse();
            assertThat(Signing.holds(pair.getLast(), read, "POST", PATH + "x", BODY)).isFalse();
            assertThat(Signing.holds(pair.getLast(), read, "GET", PATH, BODY)).isFalse();
            var later = new Seal(read.seconds() + 1, read.nonce(), read.scheme(), read.value());
            assertThat(Signing.holds(pair.getLast(), later, "POST", PATH, BODY)).isFalse();
            var other =
                    pair.getLast() instanceof Keys.Shared(var scheme, _)
                            ? new Keys.Shared(scheme, "s2")
                            : new Keys.Pair(ours, Sm2.publicKey(Sm2.fresh()));
            assertThat(Signing.holds(other, read, "POST", PATH, BODY)).isFalse();
        }
    }

    @Test
    void readsOnlyKeysThatArePoints() {
        var point = Sm2.publicKey(Sm2.fresh());
        assertThat(Sm2.point(" " + point.toUpperCase(Locale.ROOT) + "\n")).contains(point);
        assertThat(Sm2.point("04" + "1".repeat(128))).isEmpty();
        assertThat(Sm2.point("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1",
                "t=1,n=abcdefgh",
                "t=x,n=abcdefgh,sm2=aaaaaaaaaaaaaaaaaaaa",
                "t=1,n=short,sm2=aaaaaaaaaaaaaaaaaaaa",
                "t=1,n=abcdefgh,md5=aaaaaaaaaaaaaaaaaaaa",
                "t=1,t=2,n=abcdefgh,sm2=aaaaaaaaaaaaaaaaaaaa",
                "t=1,n=abcdefgh,sm2=aaaaaaaaaaaaaaaaaaaa,x=1",
                "=,=,="
            })
    void refusesWhatIsNoSignature(String header) {
        assertThat(Seal.of(header)).isEmpty();
    }

    @Test
    void takesAnAnswerForWhatItSays() {
        var out = Example.mapping(Example.HOTLINE).out().orElseThrow();
        assertThat(judged("{\"code\":0}", out)).isEmpty();
        assertThat(judged("{\"code\":\"200\",\"x\":1}", out)).isEmpty();
        assertThat(judged("{\"code\":500}", out)).contains("answered code: 500");
        assertThat(judged("{\"co", out)).isPresent();
        assertThat(judged("", out)).isPresent();
        assertThat(judged("[]", out)).isPresent();
    }

    private static Optional<String> judged(String body, Mapping.Out out) {
        return Posting.judged(new Wire.Ended(Optional.of(200), Optional.empty(), body), out)
                .error();
    }

    @Test
    void comparesBothWays() {
        var compared =
                new Comparison(
                        Set.of("a", "b", "old"),
                        Set.of("a", "c"),
                        Set.of("a", "r"),
                        Set.of("a", "late", "x"));
        assertThat(
                        compared.differences(List.of("old"), List.of("late")).stream()
                                .map(it -> it.kind().key() + " " + it.number()))
                .containsExactly(
                        "order-missing-here b",
                        "order-unknown-there c",
                        "result-missing-there r",
                        "result-unknown-here x");
    }

    @Test
    void saysWhatHasChangedWithoutNamingAnybody() {
        var before = Map.of(OrderField.PLACE, "路口", OrderField.CALLER_PHONE, "1");
        var now =
                Map.of(
                        OrderField.PLACE, "路口东",
                        OrderField.CALLER_PHONE, "13900002222",
                        OrderField.TITLE, "路灯");
        assertThat(Change.between(before, now)).isEqualTo("来单更新：\n诉求人电话已更新\n标题：路灯\n事发地址：路口东");
        assertThat(Change.between(now, before)).doesNotContain("13900002222").isNotEmpty();
        assertThat(Change.between(now, now)).isEmpty();
        assertThat(Change.digest(now)).isEqualTo(Change.digest(new TreeMap<>(now)));
        assertThat(Change.digest(now)).isNotEqualTo(Change.digest(before));
    }

    @Test
    void givesUpAfterADayOrSo() {
        var id = new UUID(1, 2);
        long total = 0;
        int attempts = 1;
        for (var next = Retry.after(1, Posting.MOST, id); next.isPresent(); ) {
            total += next.get().toHours() * 3600 + next.get().toSecondsPart();
            next = Retry.after(++attempts, Posting.MOST, id);
        }
        assertThat(attempts).isEqualTo(Posting.MOST);
        assertThat(total / 3600).isBetween(20L, 60L);
    }
}
